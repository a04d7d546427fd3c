const QUARTER_MS = 900_000
const DAY_MS = 86_400_000
const NEAR_DAYS = 6

/** The clock time of an ISO moment in `timeZone`, as people write it: `14:02`. */
export function toClock(iso: string, timeZone: string): string {
  return clockFormat(timeZone).format(new Date(iso))
}

/** The exact moment for a tooltip: `Sat 21 Nov 2026, 14:02:09`. */
export function toExactTime(iso: string, timeZone: string): string {
  return exactFormat(timeZone).format(new Date(iso))
}

/** Clock time alone on the day of `now` (epoch ms), with the date before it on any other day. */
export function toMoment(iso: string, now: number, timeZone: string): string {
  const day = dayOf(Date.parse(iso), timeZone)
  if (day === dayOf(now, timeZone)) return toClock(iso, timeZone)
  return `${shortDate(day, dayOf(now, timeZone))} ${toClock(iso, timeZone)}`
}

/** The calendar day of an epoch ms in `timeZone`, as `2026-11-21`. */
export function dayOf(at: number, timeZone: string): string {
  const days = dayCache(timeZone)
  // Every zone's midnight falls on a quarter of an hour of UTC, so a quarter never spans two days.
  const quarter = Math.floor(at / QUARTER_MS)
  const known = days.get(quarter)
  if (known) return known
  const day = dayFormat(timeZone).format(new Date(at))
  days.set(quarter, day)
  return day
}

/** The heading over a day's messages: Today, Yesterday, a weekday, then a date. Counts days, not hours. */
export function toDayLabel(day: string, today: string): string {
  const ago = (noonOf(today) - noonOf(day)) / DAY_MS
  if (ago === 0) return 'Today'
  if (ago === 1) return 'Yesterday'
  if (ago > 1 && ago <= NEAR_DAYS) return weekdayFormat.format(noonOf(day))
  return day.slice(0, 4) === today.slice(0, 4)
    ? dateFormat.format(noonOf(day))
    : dateWithYearFormat.format(noonOf(day))
}

/** The zone the agent's browser lives in. */
export function localTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

function shortDate(day: string, today: string): string {
  const format = day.slice(0, 4) === today.slice(0, 4) ? shortFormat : shortWithYearFormat
  return format.format(noonOf(day))
}

function noonOf(day: string): number {
  return Date.parse(`${day}T12:00:00Z`)
}

const weekdayFormat = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' })
const dateFormat = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
})
const dateWithYearFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})
const shortFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
})
const shortWithYearFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

const clockFormat = perZone({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, 'en-GB')
const exactFormat = perZone({ dateStyle: 'medium', timeStyle: 'medium' }, 'en-GB')
// The Swedish locale writes dates as ISO does.
const dayFormat = perZone({ year: 'numeric', month: '2-digit', day: '2-digit' }, 'sv-SE')

/** Making a formatter costs a hundred times more than using it, and a thread formats thousands of times. */
function perZone(options: Intl.DateTimeFormatOptions, locale: string) {
  const formats = new Map<string, Intl.DateTimeFormat>()
  return (timeZone: string) => {
    const known = formats.get(timeZone)
    if (known) return known
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone })
    formats.set(timeZone, format)
    return format
  }
}

const dayCaches = new Map<string, Map<number, string>>()

function dayCache(timeZone: string): Map<number, string> {
  const known = dayCaches.get(timeZone)
  if (known) return known
  const days = new Map<number, string>()
  dayCaches.set(timeZone, days)
  return days
}
