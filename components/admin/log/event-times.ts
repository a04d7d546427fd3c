import { fromFieldValue, toFieldValue } from '@/components/shell/time/local-field'

/** As the field wants it: the reader's own time, to the minute. Empty for what is no moment. */
export function toTimeField(iso: string | undefined, timeZone: string): string {
  const at = Date.parse(iso ?? '')
  return Number.isNaN(at) ? '' : toFieldValue(at, timeZone)
}

/** As the log is asked for it. */
export function fromTimeField(local: string, timeZone: string): string {
  const at = fromFieldValue(local, timeZone)
  return at === undefined ? '' : new Date(at).toISOString()
}
