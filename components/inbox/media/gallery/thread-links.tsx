'use client'

import { PanelSection } from '@/components/inbox/member/panel-section'
import { linksIn } from '@/components/inbox/message/text/links'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { MessageView } from '@/lib/view/message-view'

const SHOWN_MAX = 10

/** The addresses that were sent in the loaded part of the thread, newest first; absent where there are none. */
export function ThreadLinks({ messages }: { messages: MessageView[] }) {
  const { t, number } = useTranslator()
  const links = [...new Set(messages.flatMap(({ text }) => linksIn(text ?? '')))].reverse()
  if (links.length === 0) return null
  return (
    <PanelSection title={t('media.gallery.links')} beside={number(links.length)}>
      <ul aria-label={t('media.gallery.links')} className="space-y-1 text-list">
        {links.slice(0, SHOWN_MAX).map((href) => (
          <li key={href} className="truncate">
            <a
              href={href}
              target="_blank"
              rel="noopener noreferrer"
              title={href}
              className="rounded-sm underline decoration-line-strong underline-offset-2 hover:decoration-current"
            >
              {href.replace(/^https?:\/\//, '').replace(/\/$/, '')}
            </a>
          </li>
        ))}
      </ul>
    </PanelSection>
  )
}
