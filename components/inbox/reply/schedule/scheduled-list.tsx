'use client'

import { CalendarClock, Ellipsis, Pencil, SendHorizontal, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { localTimeZone, toMoment } from '@/components/shell/time/times'
import { useNow } from '@/components/shell/time/use-now'
import { Button } from '@/components/ui/button'
import { DropdownMenu, MenuItem } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { useReplies } from '@/lib/client/reply/replies'
import { useReschedule, useScheduled } from '@/lib/client/reply/sending'
import type { ConversationView } from '@/lib/view/conversation-view'
import type { MessageView } from '@/lib/view/message-view'
import { ScheduleDialog } from './schedule-dialog'

/** The replies of this conversation that wait for their time, soonest first. */
export function ScheduledList({ conversation }: { conversation: ConversationView }) {
  const { data, error, refetch } = useScheduled(conversation.id)
  if (error && !data)
    return (
      <p role="alert" className="flex items-center gap-2 px-1 pb-1.5 text-meta text-bad">
        Scheduled replies can’t be shown. {error.message}
        <Button size="sm" onClick={() => refetch()}>
          Try again
        </Button>
      </p>
    )
  if (!data || data.items.length === 0) return null
  return (
    <ul
      aria-label="Scheduled replies"
      className="thin-scroll mb-2 max-h-40 divide-y overflow-y-auto rounded-bubble border bg-surface"
    >
      {data.items.map((message) => (
        <ScheduledLine key={message.id} conversation={conversation} message={message} />
      ))}
    </ul>
  )
}

function ScheduledLine({
  conversation,
  message,
}: {
  conversation: ConversationView
  message: MessageView
}) {
  const [isEditing, setEditing] = useState(false)
  const { undo, sendNow } = useReplies(conversation.id)
  const reschedule = useReschedule(conversation.id)
  const { sendAt = '', text = '', unlessMemberWrites = false } = message
  const when = toMoment(sendAt, useNow(), localTimeZone())
  return (
    <li className="flex items-center gap-2.5 py-1 pr-1.5 pl-3 text-list">
      <CalendarClock aria-hidden className="size-4 shrink-0 text-muted" />
      <div className="min-w-0 flex-1">
        <p dir="auto" className="truncate">
          {text}
        </p>
        <p className="truncate text-meta text-muted">
          {message.agent?.name}, to be sent {when}
          {unlessMemberWrites && ' unless the member writes first'}
        </p>
      </div>
      <DropdownMenu
        side="top"
        trigger={
          <IconButton label="Scheduled reply actions">
            <Ellipsis aria-hidden className="size-4" />
          </IconButton>
        }
      >
        <MenuItem
          icon={<Pencil aria-hidden />}
          onSelect={() => setEditing(true)}
          disabledReason={message.kind === 'text' ? undefined : 'Only a text can be changed.'}
        >
          Edit
        </MenuItem>
        <MenuItem icon={<SendHorizontal aria-hidden />} onSelect={() => sendNow(message.id)}>
          Send now
        </MenuItem>
        <MenuItem icon={<Undo2 aria-hidden />} onSelect={() => undo(message.id)}>
          Cancel, back to the composer
        </MenuItem>
      </DropdownMenu>
      {isEditing && (
        <ScheduleDialog
          conversation={conversation}
          title="Edit the scheduled reply"
          action="Save"
          text={text}
          schedule={{ sendAt, unlessMemberWrites }}
          pending={reschedule.isPending}
          onClose={() => setEditing(false)}
          onSchedule={(words, schedule) =>
            reschedule.mutate(
              { messageId: message.id, content: { type: 'text', text: words }, ...schedule },
              { onSuccess: () => setEditing(false) },
            )
          }
        />
      )}
    </li>
  )
}
