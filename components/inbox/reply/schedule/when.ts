import { dayOf } from '@/components/shell/time/times'
import type { Value } from '@/lib/i18n/reason'

export interface Clock {
  /** Epoch ms. */
  now: number
  timeZone: string
}

/** An ISO moment for a message: its hour alone on the day of `now`, with its date on any other. */
export function whenOf(iso: string, { now, timeZone }: Clock): Value {
  const at = Date.parse(iso)
  return { at, as: dayOf(at, timeZone) === dayOf(now, timeZone) ? 'time' : 'moment' }
}
