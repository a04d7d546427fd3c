'use client'

import { MessageSquareText } from 'lucide-react'
import { Notice } from '@/components/ui/feedback/notice'
import { Kbd } from '@/components/ui/kbd'
import { useTranslator } from '@/lib/i18n/use-translator'

const KEYS = [
  [['J', 'K'], 'conversation.pane.keyMove'],
  [['↵'], 'conversation.pane.keyOpen'],
  [['/'], 'conversation.pane.keySearch'],
  [['?'], 'conversation.pane.keyAll'],
] as const

/** What stands beside the list while no conversation is open. */
export function EmptyPane() {
  const { t } = useTranslator()
  return (
    <div className="hidden min-w-0 flex-1 place-items-center bg-bg md:grid">
      <Notice icon={<MessageSquareText />} title={t('conversation.pane.emptyTitle')}>
        <p>{t('conversation.pane.emptyText')}</p>
        <dl className="mt-5 grid grid-cols-[auto_auto] items-center justify-center gap-x-3 gap-y-2 text-left">
          {KEYS.map(([keys, words]) => (
            <div key={words} className="contents">
              <dt className="flex justify-end gap-1">
                {keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </dt>
              <dd>{t(words)}</dd>
            </div>
          ))}
        </dl>
      </Notice>
    </div>
  )
}
