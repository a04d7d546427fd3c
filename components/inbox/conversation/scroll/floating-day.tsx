import { DayHeading } from '../thread/day-heading'
import type { Row } from '../thread/thread-rows'

/** The day of the lines at the top of the pane, where their own heading is out of sight. */
export function FloatingDay({ row, timeZone }: { row: Row | undefined; timeZone: string }) {
  if (!row || row.type === 'day') return null
  return (
    <span aria-hidden className="flex">
      <DayHeading day={row.day} timeZone={timeZone} />
    </span>
  )
}
