import { toFieldValue } from '@/components/shell/time/local-field'

/** As the field wants it: the reader's own time, to the minute. Empty for what is no moment. */
export function toTimeField(iso: string | undefined): string {
  const at = Date.parse(iso ?? '')
  return Number.isNaN(at) ? '' : toFieldValue(at)
}

/** As the log is asked for it. */
export function fromTimeField(local: string): string {
  return local === '' ? '' : new Date(local).toISOString()
}
