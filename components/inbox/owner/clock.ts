import { toMoment } from '@/components/shell/time/times'
import type { Formats } from '@/lib/i18n/formats'

/** What sentences about time need: the present, and how its reader writes a moment. */
export interface Clock {
  /** Epoch ms. */
  now: number
  /** An ISO moment: its time alone today, with its date on any other day. */
  write: (iso: string) => string
}

/** `reader`: how they write dates, and in which zone they live. */
export function clockAt(now: number, reader: Formats): Clock {
  return { now, write: (iso) => toMoment(iso, now, reader) }
}
