import { Bot, Check, Clock, Reply } from 'lucide-react'
import { Count } from '@/components/ui/count'
import { Pill } from '@/components/ui/pill'
import type { RowMark } from './row-words'
import { WindowRing } from './window-ring'

/** The one thing at the right end of a row that asks most loudly. */
export function RowMarkView({ mark }: { mark: RowMark }) {
  switch (mark.kind) {
    case 'unanswered':
      return (
        <span className="flex items-center gap-1.5">
          <Pill tone={mark.tone}>
            <Reply aria-hidden />
            <span className="sr-only">Waiting for an answer: </span>
            {mark.words}
          </Pill>
          {mark.unread > 0 && <Count value={mark.unread} what="unread" />}
        </span>
      )
    case 'waiting':
      return (
        <Pill tone={mark.tone}>
          <Clock aria-hidden />
          <span className="sr-only">Waiting for a person: </span>
          {mark.words}
        </Pill>
      )
    case 'window':
      return (
        <Pill tone={mark.tone}>
          <WindowRing left={mark.left} />
          <span className="sr-only">Reply window closes in </span>
          {mark.words}
        </Pill>
      )
    case 'bot':
      return (
        <Pill tone="bot">
          <Bot aria-hidden />
          bot
        </Pill>
      )
    case 'resolved':
      return (
        <Pill tone="ok">
          <Check aria-hidden />
          resolved
        </Pill>
      )
  }
}
