import { asNumber, type Json } from './json'

/** Below this a timestamp is seconds, above it milliseconds (Facts §10.6). */
const SECONDS_MAX = 100_000_000_000
const DAY_MS = 86_400_000
/** Before the oldest platform existed. */
const EARLIEST_MS = Date.UTC(2009, 0, 1)

/**
 * A platform timestamp, seconds or ms, number or string, as epoch ms. Missing or absurd (over a day ahead,
 * before 2009) gives the time received instead (architecture.md "Order").
 */
export function toTime(value: Json, receivedAt: number): number {
  const ms = toMs(value)
  return ms === undefined || ms > receivedAt + DAY_MS ? receivedAt : ms
}

/** Whether a timestamp names a moment at all: `0` and the like say that nobody set it. */
export function isMoment(value: Json): boolean {
  return toMs(value) !== undefined
}

function toMs(value: Json): number | undefined {
  const number = asNumber(value)
  if (number === undefined) return undefined
  const ms = Math.trunc(number < SECONDS_MAX ? number * 1000 : number)
  return ms < EARLIEST_MS ? undefined : ms
}
