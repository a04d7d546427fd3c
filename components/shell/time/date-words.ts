/** A moment in the reader's own time, short: `21 Nov 2026, 14:03`. */
export function toDateTime(iso: string): string {
  return new Date(iso).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })
}
