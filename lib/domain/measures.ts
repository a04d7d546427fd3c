const MINUTE_MS = 60_000
/** Up to two days people count hours. */
const HOURS_MAX = 48

/**
 * How long something lasted, in its two largest units: `now`, `3 min`, `2 h 05`, `4 d`. Where seconds count: `48 s`,
 * `2 min 05 s`.
 */
export function toSpan(ms: number, finest: 'minutes' | 'seconds' = 'minutes'): string {
  const minutes = Math.max(0, Math.floor(ms / MINUTE_MS))
  const hours = Math.floor(minutes / 60)
  if (hours >= HOURS_MAX) return `${Math.floor(hours / 24)} d`
  if (hours > 0) return `${hours} h ${toTwo(minutes % 60)}`
  if (finest === 'minutes') return minutes === 0 ? 'now' : `${minutes} min`
  const seconds = Math.max(0, Math.floor(ms / 1000)) % 60
  return minutes === 0 ? `${seconds} s` : `${minutes} min ${toTwo(seconds)} s`
}

/** A place in a recording, or its length: `0:42`, `12:05`. */
export function toPlayTime(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000))
  return `${Math.floor(seconds / 60)}:${toTwo(seconds % 60)}`
}

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'] as const

/** A size as people say it: `84 KB`, `1.4 MB`, `25 MB`. */
export function toSize(bytes: number): string {
  const { size, unit } = inUnit(bytes)
  return `${size < 10 ? Math.round(size * 10) / 10 : Math.round(size)} ${unit}`
}

/** Rounded up to a tenth, so that what is over a limit never reads as the limit: `5.1 MB`. */
export function toSizeAtMost(bytes: number): string {
  const { size, unit } = inUnit(bytes)
  return `${Math.ceil(size * 10) / 10} ${unit}`
}

function inUnit(bytes: number) {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10))
  return { size: bytes / 1024 ** step, unit: UNITS[step] }
}

/** A part of a date or a time in two digits. */
export function toTwo(value: number): string {
  return String(value).padStart(2, '0')
}

/** As people read a number. */
export function count(value: number): string {
  return value.toLocaleString('en')
}
