/** Hours of a week: people's habits repeat by the week. */
const WEEK_HOURS = 168
/** Weeks before the silence that are looked at. */
const SILENCE_WEEKS_MAX = 6
const WEEKS_MIN = 2
/** From so many weeks on one may have been a holiday. */
const WEEKS_FOR_EXCEPTION = 4
/** Fewer deliveries than this in the same hours of a week are no rhythm to miss. */
const DELIVERIES_MIN = 3
const HOUR_MS = 3_600_000

export interface Rhythm {
  /** Deliveries by hour since 1970; an hour that is missing had none. */
  counts: ReadonlyMap<number, number>
  /** The hour of the first delivery ever. */
  sinceHour: number
  /** The last delivery, epoch ms. */
  lastAt: number
}

export type Silence =
  /** Too young to have a rhythm. */
  | { state: 'unknown' }
  | { state: 'usual' }
  /** `hours` whole hours without a delivery, in which there are usually `usual`, as `weeks` weeks before show. */
  | { state: 'silent'; hours: number; usual: number; weeks: number }

/**
 * Whether a channel is quiet for longer than its own rhythm at these hours of the week. Looks only at whole hours
 * since the last delivery, at most a week of them, and at the same hours of up to six weeks before: it is silent when
 * each of those had at least three deliveries; of four weeks or more one may be an exception, such as a holiday.
 * Longer quiet never turns an alarm off.
 */
export function silenceOf({ counts, sinceHour, lastAt }: Rhythm, now: number): Silence {
  const first = toHour(lastAt) + 1
  const last = Math.min(toHour(now) - 1, first + WEEK_HOURS - 1)
  const weeks = weeksBefore(first, sinceHour)
  if (weeks < WEEKS_MIN) return { state: 'unknown' }
  if (last < first) return { state: 'usual' }
  const sums = Array.from({ length: weeks }, (_, week) =>
    sumBetween(counts, first - (week + 1) * WEEK_HOURS, last - (week + 1) * WEEK_HOURS),
  ).sort((a, b) => a - b)
  const least = sums[weeks >= WEEKS_FOR_EXCEPTION ? 1 : 0] ?? 0
  if (least < DELIVERIES_MIN) return { state: 'usual' }
  const hours = toHour(now) - first
  return { state: 'silent', hours, usual: sums[Math.floor(weeks / 2)] ?? 0, weeks }
}

/** The hour since 1970 that holds a moment. */
function toHour(at: number): number {
  return Math.floor(at / HOUR_MS)
}

/** Whole weeks between the first delivery ever and the silence, at most six. */
function weeksBefore(first: number, sinceHour: number): number {
  const weeks = Math.floor((first - sinceHour) / WEEK_HOURS)
  return Math.max(0, Math.min(weeks, SILENCE_WEEKS_MAX))
}

function sumBetween(counts: ReadonlyMap<number, number>, from: number, to: number): number {
  let sum = 0
  for (let hour = from; hour <= to; hour += 1) sum += counts.get(hour) ?? 0
  return sum
}
