import { type Reason, reason } from '@/lib/i18n/reason'

export interface Preset {
  label: Reason
  /** Epoch ms. */
  at: number
}

const HOUR_MS = 3_600_000
const MORNING_HOUR = 9
const MONDAY = 1

/** Moments that people mean when they say later, in this browser's time zone. */
export function toPresets(now: number): Preset[] {
  const tomorrow = morningIn(now, 1)
  const monday = morningIn(now, daysUntil(now, MONDAY))
  return [
    { label: reason('composer.schedule.inHours', { count: 1 }), at: now + HOUR_MS },
    { label: reason('composer.schedule.inHours', { count: 3 }), at: now + 3 * HOUR_MS },
    { label: reason('composer.schedule.tomorrow', { time: clock(tomorrow) }), at: tomorrow },
    { label: reason('composer.schedule.monday', { time: clock(monday) }), at: monday },
  ]
}

/** Where the field starts: at the time a reply has already, else at the first of the presets. */
export function firstMoment(sendAt: string | undefined, now: number): number {
  return sendAt === undefined ? (toPresets(now)[0]?.at ?? now) : Date.parse(sendAt)
}

function clock(at: number) {
  return { at, as: 'time' } as const
}

function morningIn(now: number, days: number): number {
  const date = new Date(now)
  return new Date(
    date.getFullYear(),
    date.getMonth(),
    date.getDate() + days,
    MORNING_HOUR,
  ).getTime()
}

/** At least tomorrow. */
function daysUntil(now: number, weekday: number): number {
  return ((weekday - new Date(now).getDay() + 6) % 7) + 1
}
