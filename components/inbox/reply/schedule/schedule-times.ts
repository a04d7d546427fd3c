export interface Preset {
  label: string
  /** Epoch ms. */
  at: number
}

const HOUR_MS = 3_600_000
const MORNING_HOUR = 9
const MONDAY = 1

/** Moments that people mean when they say later, in this browser's time zone. */
export function toPresets(now: number): Preset[] {
  return [
    { label: 'In 1 hour', at: now + HOUR_MS },
    { label: 'In 3 hours', at: now + 3 * HOUR_MS },
    { label: 'Tomorrow 09:00', at: morningIn(now, 1) },
    { label: 'Monday 09:00', at: morningIn(now, daysUntil(now, MONDAY)) },
  ]
}

/** Where the field starts: at the time a reply has already, else at the first of the presets. */
export function firstMoment(sendAt: string | undefined, now: number): number {
  return sendAt === undefined ? (toPresets(now)[0]?.at ?? now) : Date.parse(sendAt)
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
