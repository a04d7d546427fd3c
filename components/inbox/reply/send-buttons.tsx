'use client'

import { CalendarClock, ChevronUp, SendHorizontal } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { deferred } from '@/components/ui/deferred/deferred'
import { DropdownMenu, MenuItem } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { Kbd } from '@/components/ui/kbd'
import { failureOf, isTransient } from '@/lib/client/api'
import { useAction } from '@/lib/client/browser/actions'
import { type Schedule, useSendLater } from '@/lib/client/reply/replies'
import { reason, type Said } from '@/lib/i18n/reason'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { ConversationView } from '@/lib/view/conversation-view'

const ScheduleDialog = deferred(
  async () => (await import('./schedule/schedule-dialog')).ScheduleDialog,
)

interface SendButtonsProps {
  conversation: ConversationView
  text: string
  /** Into how many messages the text has to be cut; 1 where it fits. */
  pieces: number
  /** Why nothing can be sent. */
  reason?: Said
  /** Why nothing can be scheduled. */
  laterReason?: Said
  onSend: () => void
  /** The text is scheduled and needs no box any more. */
  onScheduled: () => void
}

/** Send now, as several messages where the text is too long for one, or later. */
export function SendButtons(props: SendButtonsProps) {
  const { conversation, text, pieces, laterReason, onSend, onScheduled } = props
  const { t, say } = useTranslator()
  const laterBlocked = laterReason && say(laterReason)
  const [isChoosing, setChoosing] = useState(false)
  const later = useSchedule(conversation.id)
  useAction({
    id: 'send-later',
    label: t('composer.send.later'),
    keys: 'Mod+Shift+Enter',
    section: 'conversation',
    run: () => setChoosing(true),
    disabledReason: laterBlocked,
  })
  return (
    <>
      <Button variant="primary" disabledReason={props.reason && say(props.reason)} onClick={onSend}>
        {pieces > 1 ? t('composer.send.several', { count: pieces }) : t('common.send')} <Kbd>↵</Kbd>
        <SendHorizontal aria-hidden className="size-4 md:hidden" />
      </Button>
      <DropdownMenu
        side="top"
        trigger={
          <IconButton label={t('composer.send.more')} className="-ml-2">
            <ChevronUp aria-hidden className="size-4" />
          </IconButton>
        }
      >
        <MenuItem
          icon={<CalendarClock aria-hidden />}
          onSelect={() => setChoosing(true)}
          disabledReason={laterBlocked}
        >
          {t('composer.send.later')}
        </MenuItem>
      </DropdownMenu>
      {isChoosing && (
        <ScheduleDialog
          conversation={conversation}
          title={t('composer.schedule.title')}
          action={t('composer.schedule.action')}
          text={text}
          pending={later.isPending}
          error={later.problem}
          onClose={() => setChoosing(false)}
          onSchedule={(words, schedule) =>
            later.schedule(words, schedule, () => {
              onScheduled()
              setChoosing(false)
            })
          }
        />
      )}
    </>
  )
}

/** The same words keep their id until the server has said yes or no, so that trying again schedules them once. */
function useSchedule(conversationId: string) {
  const { mutate, isPending, error } = useSendLater(conversationId)
  const open = useRef<{ id: string; text: string }>(undefined)
  return {
    isPending,
    problem: error && toProblem(error),
    schedule(text: string, schedule: Schedule, onDone: () => void) {
      const { id } = open.current?.text === text ? open.current : { id: crypto.randomUUID() }
      open.current = { id, text }
      const onSuccess = () => {
        open.current = undefined
        onDone()
      }
      mutate({ id, text, ...schedule }, { onSuccess })
    },
  }
}

function toProblem(error: Error): Said {
  const why = failureOf(error)
  return isTransient(error) ? reason('composer.schedule.safeAgain', { why }) : why
}
