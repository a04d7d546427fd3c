import { DEFAULT_LOCALE, type Locale, PSEUDO_LOCALE } from './locale'

/** How one person reads amounts and times. Moments are epoch ms. */
export interface Formats {
  locale: Locale
  /** The locale as `Intl` knows it. */
  tag: string
  timeZone: string
  number(value: number): string
  /** `84 kB`, `1.4 MB`; `up`: to a tenth, so that what is over a limit never reads as the limit. */
  size(bytes: number, round?: 'up'): string
  /** In its two largest units: `3m`, `2h 5m`, `4d`; `long`: `3 minutes`. Seconds only where they count. */
  duration(ms: number, options?: DurationOptions): string
  /** `14:02` */
  time(at: number): string
  /** `21 Nov 2026` */
  date(at: number): string
  /** `21 Nov 2026, 14:02` */
  moment(at: number): string
  /** `A, B and C` */
  list(items: readonly string[], type?: 'and' | 'or'): string
  /** A format of `Intl` for this person, kept for the next time. */
  dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat
  /** The same for numbers. */
  numberFormat(options: Intl.NumberFormatOptions): Intl.NumberFormat
  /** The same for the forms of plurals. */
  pluralRules(options: Intl.PluralRulesOptions): Intl.PluralRules
  /** Compares names as the language sorts them: numbers in them by their value, case and accents last. */
  compare(a: string, b: string): number
}

interface DurationOptions {
  style?: 'narrow' | 'long'
  finest?: 'minutes' | 'seconds'
}

const MINUTE_MS = 60_000
/** Up to two days people count hours. */
const HOURS_MAX = 48
const SIZE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

const made = new Map<string, Formats>()

export function createFormats(locale: Locale, timeZone: string): Formats {
  const key = `${locale} ${timeZone}`
  const known = made.get(key)
  if (known) return known
  const formats = build(locale, timeZone)
  made.set(key, formats)
  return formats
}

function build(locale: Locale, timeZone: string): Formats {
  const tag = locale === PSEUDO_LOCALE ? DEFAULT_LOCALE : locale
  const dateFormat = keeping((options: Intl.DateTimeFormatOptions) => {
    return new Intl.DateTimeFormat(tag, { timeZone, ...options })
  })
  const numberFormat = keeping((options: Intl.NumberFormatOptions) => {
    return new Intl.NumberFormat(tag, options)
  })
  const pluralRules = keeping((options: Intl.PluralRulesOptions) => {
    return new Intl.PluralRules(tag, options)
  })
  const listFormat = keeping((options: Intl.ListFormatOptions) => new Intl.ListFormat(tag, options))
  const { compare } = new Intl.Collator(tag, { numeric: true })
  const unit = (value: number, name: string, unitDisplay: 'narrow' | 'long' | 'short') =>
    numberFormat({ style: 'unit', unit: name, unitDisplay, maximumFractionDigits: 1 }).format(value)

  function size(bytes: number, round?: 'up'): string {
    const step = Math.min(SIZE_UNITS.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10))
    const exact = bytes / 1024 ** step
    const shown = round === 'up' ? Math.ceil(exact * 10) / 10 : toShort(exact)
    // Short, bytes have no plural.
    return unit(shown, SIZE_UNITS[step] ?? 'byte', step === 0 ? 'long' : 'short')
  }

  function duration(ms: number, { style = 'narrow', finest = 'minutes' }: DurationOptions = {}) {
    const parts = durationParts(ms, finest).map(([value, name]) => unit(value, name, style))
    return style === 'long' ? listFormat({ type: 'unit' }).format(parts) : parts.join(' ')
  }

  return {
    locale,
    tag,
    timeZone,
    dateFormat,
    numberFormat,
    pluralRules,
    compare,
    size,
    duration,
    number: (value) => numberFormat({}).format(value),
    time: (at) => dateFormat({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at),
    date: (at) => dateFormat({ day: 'numeric', month: 'short', year: 'numeric' }).format(at),
    moment: (at) =>
      dateFormat({
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      }).format(at),
    list: (items, type = 'and') =>
      listFormat({ type: type === 'or' ? 'disjunction' : 'conjunction' }).format(items),
  }
}

function toShort(value: number): number {
  return value < 10 ? Math.round(value * 10) / 10 : Math.round(value)
}

/** The two largest units that are not nothing; `[0, 'minute']` for less than the finest. */
function durationParts(ms: number, finest: 'minutes' | 'seconds'): [number, string][] {
  const minutes = Math.max(0, Math.floor(ms / MINUTE_MS))
  const hours = Math.floor(minutes / 60)
  if (hours >= HOURS_MAX) return [[Math.floor(hours / 24), 'day']]
  if (hours > 0) return withRest([hours, 'hour'], [minutes % 60, 'minute'])
  if (finest === 'minutes') return [[minutes, 'minute']]
  const seconds = Math.max(0, Math.floor(ms / 1000)) % 60
  return minutes === 0 ? [[seconds, 'second']] : withRest([minutes, 'minute'], [seconds, 'second'])
}

function withRest(first: [number, string], rest: [number, string]): [number, string][] {
  return rest[0] === 0 ? [first] : [first, rest]
}

/** Formats are slow to make and asked for by every row: each is made once. */
function keeping<Options extends object, Format>(make: (options: Options) => Format) {
  const known = new Map<string, Format>()
  return (options: Options): Format => {
    const key = JSON.stringify(options)
    const format = known.get(key) ?? make(options)
    known.set(key, format)
    return format
  }
}
