'use client'

import { Bot, Check, Clock, Reply } from 'lucide-react'
import type { ReactNode } from 'react'
import { Count } from '@/components/ui/count'
import { Pill } from '@/components/ui/pill'
import type { Key } from '@/lib/i18n/message-catalogue'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { RowMark } from './row-words'
import { WindowRing } from './window-ring'

const MINUTE_MS = 60_000

/** The one thing at the right end of a row that asks most loudly. */
export function RowMarkView({ mark }: { mark: RowMark }) {
  const { t } = useTranslator()
  switch (mark.kind) {
    case 'unanswered':
      return (
        <span className="flex items-center gap-1.5">
          <Pill tone={mark.tone}>
            <Reply aria-hidden />
            <Waited {...mark} message="conversation.row.unanswered" />
          </Pill>
          {mark.unread > 0 && (
            <Count
              value={mark.unread}
              label={t('conversation.row.unread', { count: mark.unread })}
            />
          )}
        </span>
      )
    case 'waiting':
      return (
        <Pill tone={mark.tone}>
          <Clock aria-hidden />
          <Waited {...mark} message="conversation.row.waiting" />
        </Pill>
      )
    case 'window':
      return (
        <Pill tone={mark.tone}>
          <WindowRing left={mark.left} />
          <Left ms={mark.ms} />
        </Pill>
      )
    case 'bot':
      return (
        <Pill tone="bot">
          <Bot aria-hidden />
          {t('conversation.row.bot')}
        </Pill>
      )
    case 'resolved':
      return (
        <Pill tone="ok">
          <Check aria-hidden />
          {t('conversation.row.resolved')}
        </Pill>
      )
  }
}

interface WaitedProps {
  ms: number
  message: Extract<Key, 'conversation.row.unanswered' | 'conversation.row.waiting'>
}

/** How long somebody has waited, with what for in words for who can't see the sign. */
function Waited({ ms, message }: WaitedProps) {
  const { t, rich, duration } = useTranslator()
  const span = ms < MINUTE_MS ? t('conversation.row.now') : duration(ms)
  return <span>{rich(message, { span, hidden })}</span>
}

/** How long free text may still be sent. */
function Left({ ms }: { ms: number }) {
  const { t, rich, duration } = useTranslator()
  const span = ms < MINUTE_MS ? t('conversation.row.underMinute') : duration(ms)
  return <span>{rich('conversation.row.window', { span, hidden })}</span>
}

function hidden(chunks: ReactNode) {
  return <span className="sr-only">{chunks}</span>
}
