import { toMoment } from '@/components/shell/time/times'
import type { Translator } from '@/lib/i18n/translator'

/** What sentences about time need: the present, and how its reader writes a moment. */
export interface Clock {
  /** Epoch ms. */
  now: number
  /** An ISO moment: its time alone today, with its date on any other day. */
  write: (iso: string) => string
}

export function clockAt(now: number, { timeZone }: Pick<Translator, 'timeZone'>): Clock {
  return { now, write: (iso) => toMoment(iso, now, timeZone) }
}
