'use client'

import { TriangleAlert } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { type Content, textOf, toPreview } from '@/lib/domain/message/content'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { MessageView } from '@/lib/view/message-view'
import { toAuthorName } from './author-name'

interface ConflictNoticeProps {
  /** The server's reason, where nothing was missed. */
  reason: string
  missed: MessageView[]
  /** What would be sent. */
  replies: Content[]
  memberName: string
  onSendAnyway: () => void
  onKeep: () => void
}

const SHOWN_MAX = 4

/** A reply that was not sent: what came in meanwhile, or why the server refused it. The words are safe. */
export function ConflictNotice(props: ConflictNoticeProps) {
  const { reason, missed, replies, memberName, onSendAnyway, onKeep } = props
  const { say } = useTranslator()
  const shown = missed.slice(-SHOWN_MAX)
  return (
    <div
      role="alert"
      className="mb-2 animate-rise rounded-bubble border border-wait/40 bg-wait-soft px-3.5 py-2.5"
    >
      <p className="flex items-center gap-2 font-medium text-list text-wait">
        <TriangleAlert aria-hidden className="size-4 shrink-0" />
        {missed.length > 0 ? toTitle(missed.length) : `Not sent. ${reason}`}
      </p>
      <ul className="mt-1.5 space-y-0.5 text-list">
        {shown.map((message) => (
          <li key={message.id} className="flex gap-1.5">
            <bdi className="shrink-0 font-medium">{say(toAuthorName(message, memberName))}:</bdi>
            <span dir="auto" className="min-w-0 truncate">
              {say(toPreview(message.content))}
            </span>
          </li>
        ))}
      </ul>
      {missed.length > 0 && <YourReply replies={replies} />}
      <div className="mt-2 flex gap-2">
        <Button size="sm" onClick={onKeep}>
          {missed.length > 0 ? 'Review first' : 'Keep the text'}
        </Button>
        {missed.length > 0 && (
          <Button size="sm" variant="ghost" onClick={onSendAnyway}>
            Send anyway
          </Button>
        )}
      </div>
    </div>
  )
}

/** Sending anyway must not be a guess at what is sent. */
function YourReply({ replies }: { replies: Content[] }) {
  const { say } = useTranslator()
  const words = replies.map((reply) => textOf(reply) || say(toPreview(reply)))
  if (words.length === 0) return null
  return (
    <div className="mt-2 rounded-control bg-surface px-2.5 py-1.5 text-list">
      <p className="text-meta text-muted">Your reply, not sent yet</p>
      {words.map((text, place) => (
        <p
          // biome-ignore lint/suspicious/noArrayIndexKey: they don't move, and may be equal
          key={place}
          dir="auto"
          className="thin-scroll max-h-24 overflow-auto whitespace-pre-wrap wrap-anywhere"
        >
          {text}
        </p>
      ))}
    </div>
  )
}

function toTitle(count: number): string {
  return count === 1 ? '1 new message since you started' : `${count} new messages since you started`
}
