'use client'

import { dayOf, toDayLabel } from '@/components/shell/time/times'
import { useNow } from '@/components/shell/time/use-now'
import { useTranslator } from '@/lib/i18n/use-translator'

/** The name of a day between its messages, and floating on top while its messages are read. */
export function DayHeading({ day, timeZone }: { day: string; timeZone: string }) {
  const translator = useTranslator()
  const today = dayOf(useNow(), timeZone)
  return (
    <time
      dateTime={day}
      className="rounded-full bg-bg px-2.5 py-1 text-[12px] text-faint leading-4 tabular-nums"
    >
      {toDayLabel(day, today, translator)}
    </time>
  )
}
