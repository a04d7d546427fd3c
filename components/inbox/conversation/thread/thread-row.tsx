'use client'

import { ActivityLines } from '@/components/inbox/message/activity-lines'
import { MessageLine } from '@/components/inbox/message/message-line'
import { HandOver } from '@/components/inbox/owner/hand-over'
import { DayHeading } from './day-heading'
import { useThreadFrame } from './thread-context'
import type { Row } from './thread-rows'
import { UnreadDivider } from './unread-divider'

/** One line of the thread, of whatever kind. */
export function ThreadRow({ row }: { row: Row }) {
  const { timeZone } = useThreadFrame()
  switch (row.type) {
    case 'day':
      return (
        <div className="flex justify-center pt-3 pb-1">
          <DayHeading day={row.day} timeZone={timeZone} />
        </div>
      )
    case 'divider':
      return <UnreadDivider />
    case 'activities':
      return <ActivityLines id={row.key} activities={row.activities} />
    case 'hand-over':
      return <HandOver card={row.card} />
    case 'message':
      return (
        <MessageLine message={row.message} first={row.first} last={row.last} chosen={row.chosen} />
      )
  }
}
