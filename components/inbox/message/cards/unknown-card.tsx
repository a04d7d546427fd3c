'use client'

import { FileQuestionMark } from 'lucide-react'
import { useThreadFrame } from '@/components/inbox/conversation/thread/thread-context'
import type { Content } from '@/lib/domain/message/content'
import { nameOfUnknown } from '@/lib/domain/message/unknown-names'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { MessageView } from '@/lib/view/message-view'

type Unknown = Extract<Content, { type: 'unknown' }>

/** Something we have no picture of, by its name where it has one. It is kept whole, and its bytes can be read. */
export function UnknownCard({ message, content }: { message: MessageView; content: Unknown }) {
  const { showInfo } = useThreadFrame()
  const { t, say, rich } = useTranslator()
  const name = nameOfUnknown(content.label)
  return (
    <div className="flex w-72 max-w-full gap-2.5">
      <FileQuestionMark aria-hidden className="mt-0.5 size-5 shrink-0 opacity-70" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{name ? say(name) : t('message.unknown.title')}</p>
        {!name && (
          <p className="text-[13px] leading-[18px] aside">
            {rich('message.unknown.label', { label: () => <bdi>{content.label}</bdi> })}
          </p>
        )}
        {content.text && (
          <p dir="auto" className="whitespace-pre-line [overflow-wrap:anywhere]">
            {content.text}
          </p>
        )}
        <button
          type="button"
          onClick={() => showInfo(message, 'raw')}
          className="mt-1 rounded-sm font-medium text-[13px] underline underline-offset-2"
        >
          {t('message.unknown.viewRaw')}
        </button>
      </div>
    </div>
  )
}
