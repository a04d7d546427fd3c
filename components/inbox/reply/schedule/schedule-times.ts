import { fromFieldValue, toFieldValue } from '@/components/shell/time/local-field'
import { type Reason, reason } from '@/lib/i18n/reason'

export interface Preset {
  label: Reason
  /** Epoch ms. */
  at: number
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const MORNING = '09:00'
const MONDAY = 1

/** Moments that people mean when they say later, in the time zone of whoever chooses. */
export function toPresets(now: number, timeZone: string): Preset[] {
  const tomorrow = morningIn(now, 1, timeZone)
  const monday = morningIn(now, daysUntil(now, MONDAY, timeZone), timeZone)
  return [
    { label: reason('composer.schedule.inHours', { count: 1 }), at: now + HOUR_MS },
    { label: reason('composer.schedule.inHours', { count: 3 }), at: now + 3 * HOUR_MS },
    { label: reason('composer.schedule.tomorrow', { time: clock(tomorrow) }), at: tomorrow },
    { label: reason('composer.schedule.monday', { time: clock(monday) }), at: monday },
  ]
}

/** Where the field starts: at the time a reply has already, else at the first of the presets. */
export function firstMoment(sendAt: string | undefined, now: number): number {
  return sendAt === undefined ? now + HOUR_MS : Date.parse(sendAt)
}

function clock(at: number) {
  return { at, as: 'time' } as const
}

/** Nine o'clock on the day that is `days` after today, by the calendar of the zone. */
function morningIn(now: number, days: number, timeZone: string): number {
  const day = new Date(todayIn(now, timeZone) + days * DAY_MS).toISOString().slice(0, 10)
  return fromFieldValue(`${day}T${MORNING}`, timeZone) ?? now
}

/** At least tomorrow. */
function daysUntil(now: number, weekday: number, timeZone: string): number {
  return ((weekday - new Date(todayIn(now, timeZone)).getUTCDay() + 6) % 7) + 1
}

/** The calendar day of the zone, as midnight UTC. */
function todayIn(now: number, timeZone: string): number {
  return Date.parse(toFieldValue(now, timeZone).slice(0, 10))
}
