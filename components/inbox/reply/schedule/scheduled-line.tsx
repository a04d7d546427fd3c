'use client'

import { CalendarClock, Ellipsis, Pencil, SendHorizontal, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useNow } from '@/components/shell/time/use-now'
import { deferred } from '@/components/ui/deferred/deferred'
import { DropdownMenu, MenuItem } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { useReplies } from '@/lib/client/reply/replies'
import { useReschedule } from '@/lib/client/reply/sending'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { ConversationView } from '@/lib/view/conversation-view'
import type { MessageView } from '@/lib/view/message-view'
import { toScheduledWords } from './scheduled-words'

const ScheduleDialog = deferred(async () => (await import('./schedule-dialog')).ScheduleDialog)

interface ScheduledLineProps {
  conversation: ConversationView
  message: MessageView
}

/** One reply that waits for its time: what it says, when it goes, and what can be done until then. */
export function ScheduledLine({ conversation, message }: ScheduledLineProps) {
  const { t, say, timeZone } = useTranslator()
  const [isEditing, setEditing] = useState(false)
  const reschedule = useReschedule(conversation.id)
  const now = useNow()
  const { sendAt = '', text = '', unlessMemberWrites = false } = message
  return (
    <li className="flex items-center gap-2.5 py-1 pr-1.5 pl-3 text-list">
      <CalendarClock aria-hidden className="size-4 shrink-0 text-muted" />
      <div className="min-w-0 flex-1">
        <p dir="auto" className="truncate">
          {text}
        </p>
        <p className="truncate text-meta text-muted">
          {say(toScheduledWords(message, { now, timeZone }))}
        </p>
      </div>
      <ScheduledMenu
        conversationId={conversation.id}
        message={message}
        onEdit={() => setEditing(true)}
      />
      {isEditing && (
        <ScheduleDialog
          conversation={conversation}
          title={t('composer.schedule.editTitle')}
          action={t('common.save')}
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

interface ScheduledMenuProps {
  conversationId: string
  message: MessageView
  onEdit: () => void
}

function ScheduledMenu({ conversationId, message, onEdit }: ScheduledMenuProps) {
  const { t } = useTranslator()
  const { undo, sendNow } = useReplies(conversationId)
  return (
    <DropdownMenu
      side="top"
      trigger={
        <IconButton label={t('composer.schedule.actions')}>
          <Ellipsis aria-hidden className="size-4" />
        </IconButton>
      }
    >
      <MenuItem
        icon={<Pencil aria-hidden />}
        onSelect={onEdit}
        disabledReason={message.kind === 'text' ? undefined : t('composer.schedule.onlyText')}
      >
        {t('common.edit')}
      </MenuItem>
      <MenuItem icon={<SendHorizontal aria-hidden />} onSelect={() => sendNow(message.id)}>
        {t('composer.schedule.sendNow')}
      </MenuItem>
      <MenuItem icon={<Undo2 aria-hidden />} onSelect={() => undo(message.id)}>
        {t('composer.schedule.takeBack')}
      </MenuItem>
    </DropdownMenu>
  )
}
