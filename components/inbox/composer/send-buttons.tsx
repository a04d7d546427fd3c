'use client'

import { CalendarClock, ChevronUp, SendHorizontal } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { DropdownMenu, MenuItem } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { Kbd } from '@/components/ui/kbd'
import { useAction } from '@/lib/client/actions'
import type { Schedule } from '@/lib/client/replies'
import type { ConversationView } from '@/lib/domain/conversation'
import { ScheduleDialog } from './schedule-dialog'

interface SendButtonsProps {
  conversation: ConversationView
  text: string
  /** Into how many messages the text has to be cut; 1 where it fits. */
  pieces: number
  /** Why nothing can be sent. */
  reason?: string
  /** Why nothing can be scheduled. */
  laterReason?: string
  onSend: () => void
  onSendLater: (text: string, schedule: Schedule) => void
}

/** Send now, as several messages where the text is too long for one, or later. */
export function SendButtons(props: SendButtonsProps) {
  const { conversation, text, pieces, reason, laterReason, onSend, onSendLater } = props
  const [isChoosing, setChoosing] = useState(false)
  useAction({
    id: 'send-later',
    label: 'Send later…',
    keys: 'Mod+Shift+Enter',
    section: 'Conversation',
    run: () => setChoosing(true),
    disabledReason: laterReason,
  })
  return (
    <>
      <Button variant="primary" disabledReason={reason} onClick={onSend}>
        {pieces > 1 ? `Send as ${pieces} messages` : 'Send'} <Kbd>↵</Kbd>
        <SendHorizontal aria-hidden className="size-4 md:hidden" />
      </Button>
      <DropdownMenu
        side="top"
        trigger={
          <IconButton label="More ways to send" className="-ml-2">
            <ChevronUp aria-hidden className="size-4" />
          </IconButton>
        }
      >
        <MenuItem
          icon={<CalendarClock aria-hidden />}
          onSelect={() => setChoosing(true)}
          disabledReason={laterReason}
        >
          Send later…
        </MenuItem>
      </DropdownMenu>
      {isChoosing && (
        <ScheduleDialog
          conversation={conversation}
          title="Send later"
          action="Schedule"
          text={text}
          onClose={() => setChoosing(false)}
          onSchedule={(words, schedule) => {
            onSendLater(words, schedule)
            setChoosing(false)
          }}
        />
      )}
    </>
  )
}
