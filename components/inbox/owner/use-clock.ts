'use client'

import { useNow } from '@/components/shell/time/use-now'
import { useTranslator } from '@/lib/i18n/use-translator'
import { type Clock, clockAt } from './clock'

/** The clock of whoever looks at the screen; it moves on by itself. */
export function useClock(): Clock {
  return clockAt(useNow(), useTranslator())
}
