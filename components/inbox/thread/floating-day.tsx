import { DayHeading } from './day-heading'
import type { Row } from './thread-rows'

/** The day of the lines at the top of the pane, where their own heading is out of sight. */
export function FloatingDay({ row, timeZone }: { row: Row | undefined; timeZone: string }) {
  if (!row || row.type === 'day') return null
  return (
    <div
      aria-hidden
      className="pointer-events-none absolute inset-x-0 top-1.5 z-10 flex justify-center"
    >
      <span className="flex rounded-full border bg-bg">
        <DayHeading day={row.day} timeZone={timeZone} />
      </span>
    </div>
  )
}
