'use client'

import { TriangleAlert } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { toPreview } from '@/lib/domain/content'
import type { MessageView } from '@/lib/domain/conversation'
import { toAuthorName } from './author-name'

interface ConflictNoticeProps {
  /** The server's reason, where nothing was missed. */
  reason: string
  missed: MessageView[]
  memberName: string
  onSendAnyway: () => void
  onKeep: () => void
}

const SHOWN_MAX = 4

/** A reply that was not sent: what came in meanwhile, or why the server refused it. The words are safe. */
export function ConflictNotice(props: ConflictNoticeProps) {
  const { reason, missed, memberName, onSendAnyway, onKeep } = props
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
            <bdi className="shrink-0 font-medium">{toAuthorName(message, memberName)}:</bdi>
            <span dir="auto" className="min-w-0 truncate">
              {toPreview(message.content)}
            </span>
          </li>
        ))}
      </ul>
      <div className="mt-2 flex gap-2">
        <Button size="sm" onClick={onKeep}>
          {missed.length > 0 ? 'Let me look' : 'Keep the text'}
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

function toTitle(count: number): string {
  return count === 1 ? '1 new message since you started' : `${count} new messages since you started`
}
