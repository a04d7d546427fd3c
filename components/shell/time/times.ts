import { createFormats, type Formats } from '@/lib/i18n/formats'
import { DEFAULT_LOCALE } from '@/lib/i18n/locale'
import type { Translator } from '@/lib/i18n/translator'

const QUARTER_MS = 900_000
const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
const NEAR_DAYS = 6

/** How a person reads times; a bare zone is read as English people do. */
type Reader = string | Pick<Formats, 'dateFormat' | 'timeZone'>

/** The clock time of an ISO moment, as people write it: `14:02`. */
export function toClock(iso: string, reader: Reader): string {
  return formatFor(reader, CLOCK).format(new Date(iso))
}

/** The exact moment for a tooltip: `21 Nov 2026, 14:02:09`. */
export function toExactTime(iso: string, reader: Reader): string {
  return formatFor(reader, EXACT).format(new Date(iso))
}

/** Clock time alone on the day of `now` (epoch ms), with the date before it on any other day. */
export function toMoment(iso: string, now: number, reader: Reader): string {
  const zone = zoneOf(reader)
  const [day, today] = [dayOf(Date.parse(iso), zone), dayOf(now, zone)]
  if (day === today) return toClock(iso, reader)
  const date = isSameYear(day, today) ? SHORT_DATE : SHORT_DATE_WITH_YEAR
  return formatFor(reader, { ...date, ...CLOCK }).format(new Date(iso))
}

/** A time as short as it can be without doubt: `now`, `14:05`, `Fri`, `3 Nov`, `3 Nov 2025`. */
export function toShortTime(iso: string, now: number, reader: Translator): string {
  const at = Date.parse(iso)
  const age = now - at
  if (age >= 0 && age < MINUTE_MS) return reader.t('shell.time.now')
  const [day, today] = [dayOf(at, reader.timeZone), dayOf(now, reader.timeZone)]
  if (day === today) return reader.time(at)
  if (age > 0 && age < NEAR_DAYS * DAY_MS) return reader.dateFormat({ weekday: 'short' }).format(at)
  return reader.dateFormat(isSameYear(day, today) ? SHORT_DATE : SHORT_DATE_WITH_YEAR).format(at)
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
export function toDayLabel(day: string, today: string, reader: Translator): string {
  const ago = (noonOf(today) - noonOf(day)) / DAY_MS
  if (ago === 0) return reader.t('common.today')
  if (ago === 1) return reader.t('common.yesterday')
  const parts =
    ago > 1 && ago <= NEAR_DAYS ? WEEKDAY : isSameYear(day, today) ? LONG_DATE : LONG_DATE_WITH_YEAR
  return reader.dateFormat({ ...parts, timeZone: 'UTC' }).format(noonOf(day))
}

function isSameYear(day: string, today: string): boolean {
  return day.slice(0, 4) === today.slice(0, 4)
}

function noonOf(day: string): number {
  return Date.parse(`${day}T12:00:00Z`)
}

type Parts = Intl.DateTimeFormatOptions

const CLOCK: Parts = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
const SHORT_DATE: Parts = { day: 'numeric', month: 'short' }
const SHORT_DATE_WITH_YEAR: Parts = { ...SHORT_DATE, year: 'numeric' }
const EXACT: Parts = { ...SHORT_DATE_WITH_YEAR, ...CLOCK, second: '2-digit' }
const WEEKDAY: Parts = { weekday: 'long' }
const LONG_DATE: Parts = { weekday: 'short', day: 'numeric', month: 'long' }
const LONG_DATE_WITH_YEAR: Parts = { day: 'numeric', month: 'long', year: 'numeric' }

function zoneOf(reader: Reader): string {
  return typeof reader === 'string' ? reader : reader.timeZone
}

function formatFor(reader: Reader, parts: Parts): Intl.DateTimeFormat {
  if (typeof reader !== 'string') return reader.dateFormat(parts)
  return createFormats(DEFAULT_LOCALE, reader).dateFormat(parts)
}

// The Swedish locale writes dates as ISO does.
const dayFormat = perZone({ year: 'numeric', month: '2-digit', day: '2-digit' }, 'sv-SE')

/** Making a formatter costs a hundred times more than using it, and a thread formats thousands of times. */
function perZone(options: Parts, locale: string) {
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
