import type { ChannelSettings } from './channel-settings'

export type OpeningHours = NonNullable<ChannelSettings['openingHours']>

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const DAY_MINUTES = 24 * 60
const WEEK_MINUTES = 7 * DAY_MINUTES
/** Hours repeat each week; one day more, because a change of the clock may swallow a span. */
const LOOK_DAYS = 8

/**
 * Whether people answer at `at` (epoch ms), by the clock on the wall of that time zone. Without hours they always do.
 * A span that ends when or before it starts runs past midnight.
 */
export function isOpenAt(hours: OpeningHours | undefined, at: number): boolean {
  if (!hours) return true
  const wall = new Date(at + offsetAt(hours.timeZone, at))
  const minute = wall.getUTCDay() * DAY_MINUTES + wall.getUTCHours() * 60 + wall.getUTCMinutes()
  return hours.spans.some((span) => {
    const { start, end } = minutesOf(span)
    return isWithin(minute, start, end) || isWithin(minute + WEEK_MINUTES, start, end)
  })
}

/** When people answer again, in epoch ms; undefined while they do, and where no span ever opens. */
export function opensNextAt(hours: OpeningHours | undefined, at: number): number | undefined {
  if (!hours || isOpenAt(hours, at)) return undefined
  return momentsAround(hours, at, 0, LOOK_DAYS).find(
    (moment) => moment > at && isOpenAt(hours, moment),
  )
}

/** Since when nobody answers, in epoch ms; undefined while somebody does, and where nobody did for a week. */
export function closedSince(hours: OpeningHours | undefined, at: number): number | undefined {
  if (!hours || isOpenAt(hours, at)) return undefined
  return momentsAround(hours, at, -LOOK_DAYS, 0).findLast(
    (moment) => moment <= at && isOpenAt(hours, moment - 1),
  )
}

/** How much of a stretch of time people answered in, in ms. Counts no further than `enough`. */
export function openMsBetween(
  hours: OpeningHours | undefined,
  from: number,
  to: number,
  enough = Number.POSITIVE_INFINITY,
): number {
  if (!hours) return Math.max(0, to - from)
  if (hours.spans.length === 0) return 0
  let total = 0
  let at = from
  while (at < to && total < enough) {
    const next = Math.min(to, nextMoment(hours, at))
    if (isOpenAt(hours, at)) total += next - at
    at = next
  }
  return total
}

/** At most half a day ahead: beyond, a change of the clock is known before the spans of its day are. */
function nextMoment(hours: OpeningHours, at: number): number {
  const most = at + DAY_MS / 2
  const soon = momentsAround(hours, at, -1, 1).find((moment) => moment > at)
  return Math.min(soon ?? most, most)
}

function isWithin(minute: number, start: number, end: number): boolean {
  return minute >= start && minute < end
}

/** Minutes of the week; the end may lie in the next one. */
function minutesOf({ day, from, to }: OpeningHours['spans'][number]) {
  const start = day * DAY_MINUTES + toMinutes(from)
  const end = day * DAY_MINUTES + toMinutes(to)
  return { start, end: end <= start ? end + DAY_MINUTES : end }
}

function toMinutes(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/**
 * Every moment near `at` at which something may open or close, in order: the starts and ends of spans on the wall
 * clock, under either offset of a day on which the clock is changed, and that change itself. Some are neither.
 */
function momentsAround(hours: OpeningHours, at: number, first: number, last: number): number[] {
  const { timeZone, spans } = hours
  const today = Math.floor((at + offsetAt(timeZone, at)) / DAY_MS) * DAY_MS
  const moments = new Set<number>()
  // A span of the day before may end on the first day.
  for (let day = first - 1; day <= last; day += 1) {
    const midnight = today + day * DAY_MS
    const before = offsetAt(timeZone, midnight - DAY_MS)
    const after = offsetAt(timeZone, midnight + 3 * DAY_MS)
    for (const span of spans) {
      if (span.day !== new Date(midnight).getUTCDay()) continue
      const { start, end } = minutesOf(span)
      for (const minute of [start, end])
        for (const offset of [before, after])
          moments.add(midnight + (minute - span.day * DAY_MINUTES) * MINUTE_MS - offset)
    }
    if (before !== after)
      moments.add(clockChange(timeZone, midnight - DAY_MS, midnight + 3 * DAY_MS))
  }
  return [...moments].sort((a, b) => a - b)
}

/** The minute at which the offset changes between two moments that have different ones. */
function clockChange(timeZone: string, from: number, to: number): number {
  let [low, high] = [from, to]
  const before = offsetAt(timeZone, from)
  while (high - low > MINUTE_MS) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE_MS) * MINUTE_MS
    if (offsetAt(timeZone, middle) === before) low = middle
    else high = middle
  }
  return high
}

/** Clocks are changed on a quarter of an hour of UTC everywhere, so an offset holds for a whole one. */
const QUARTER_MS = 15 * MINUTE_MS
/** The same few quarters are asked for again and again; so many are remembered. */
const REMEMBERED_MAX = 5_000
const offsets = new Map<string, number>()

/** How far the wall clock of a time zone is ahead of UTC at a moment, in ms. */
function offsetAt(timeZone: string, at: number): number {
  const quarter = Math.floor(at / QUARTER_MS)
  const key = `${timeZone} ${quarter}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  if (offsets.size >= REMEMBERED_MAX) offsets.clear()
  const offset = readOffset(timeZone, quarter * QUARTER_MS)
  offsets.set(key, offset)
  return offset
}

function readOffset(timeZone: string, at: number): number {
  const parts = formatOf(timeZone).formatToParts(at)
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  const day = Date.UTC(read('year'), read('month') - 1, read('day'))
  return day + (read('hour') * 60 + read('minute')) * MINUTE_MS - at
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  })
  formats.set(timeZone, format)
  return format
}
