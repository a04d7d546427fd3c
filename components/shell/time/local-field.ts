const MINUTE_MS = 60_000

/** An epoch ms as the value of a `datetime-local` field: the minute, in `timeZone`. */
export function toFieldValue(at: number, timeZone: string): string {
  // The Swedish locale writes dates as ISO does.
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return format.format(at).replace(' ', 'T')
}

/** The moment that such a field means, in epoch ms; undefined while it is not filled. */
export function fromFieldValue(value: string, timeZone: string): number | undefined {
  const asUtc = value === '' ? Number.NaN : Date.parse(`${value}Z`)
  if (Number.isNaN(asUtc)) return undefined
  // What the zone is ahead of UTC may change between the two: the second look is at the moment itself, or next to it.
  const first = asUtc - aheadAt(asUtc, timeZone)
  return asUtc - aheadAt(first, timeZone)
}

/** How far a zone is ahead of UTC at a moment, in ms. */
function aheadAt(at: number, timeZone: string): number {
  const minute = Math.floor(at / MINUTE_MS) * MINUTE_MS
  return Date.parse(`${toFieldValue(minute, timeZone)}Z`) - minute
}
