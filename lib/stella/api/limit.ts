import type { Headers } from 'undici'
import { asNumber } from '../reading/json'

/**
 * How long Stella wants no further call of this token, in ms; undefined where it says nothing of the kind. Said of any
 * call: its limit of a minute is used up (`X-RateLimit-*`, Facts §2.2), or this call was one too many (429). As long as
 * `Retry-After` says, else the average distance of calls that the limit allows.
 */
export function toRestMs(status: number, headers: Headers): number | undefined {
  const isUsedUp = asNumber(headers.get('x-ratelimit-remaining')) === 0
  if (status !== 429 && !isUsedUp) return undefined
  const limit = asNumber(headers.get('x-ratelimit-limit')) ?? LIMIT_DEFAULT
  return toRetryMs(headers.get('retry-after')) ?? Math.ceil(MINUTE_MS / Math.max(1, limit))
}

const MINUTE_MS = 60_000
const LIMIT_DEFAULT = 60

/** `Retry-After` in ms, from seconds or a date; undefined when it is missing or neither. */
export function toRetryMs(retryAfter: string | null): number | undefined {
  const seconds = asNumber(retryAfter)
  if (seconds !== undefined) return Math.max(0, seconds * 1000)
  const at = retryAfter ? Date.parse(retryAfter) : Number.NaN
  return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now())
}
