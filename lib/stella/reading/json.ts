/** Helpers of the readers: take anything, give a value of the asked kind or undefined. They never throw. */

export type Json = unknown
export type JsonObject = Record<string, unknown>

export function asObject(value: Json): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : undefined
}

export function asArray(value: Json): Json[] {
  return Array.isArray(value) ? value : []
}

/** The objects of an array; what is no object is left out. */
export function asObjects(value: Json): JsonObject[] {
  return asArray(value).flatMap((element) => {
    const object = asObject(element)
    return object ? [object] : []
  })
}

/** Text that Postgres can hold: lone surrogates and NULs become U+FFFD. Numbers become text: ids arrive as both. */
export function asText(value: Json): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  return typeof value === 'string' ? value.toWellFormed().replaceAll('\u0000', '\uFFFD') : undefined
}

/**
 * What something is called by a field's name or a short value of the body: text that Postgres can hold, of at most so
 * many characters. Cut between characters, as half of one can't be stored.
 */
export function toLabel(name: string, max = LABEL_LENGTH_MAX): string {
  return Array.from(asText(name.slice(0, max * 2)) ?? '')
    .slice(0, max)
    .join('')
}

const LABEL_LENGTH_MAX = 40

/** Like asText, but empty and over-long text is no id. */
export function asId(value: Json): string | undefined {
  const text = asText(value)?.trim()
  return text && text.length <= ID_LENGTH_MAX ? text : undefined
}

/** Longer ids than any platform's; a key of an index can't grow without bound. */
const ID_LENGTH_MAX = 512

/** Latitude and longitude come as numbers or strings (Facts §7.2). */
export function asNumber(value: Json): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}

/** The same JSON for equal values, whatever the order of their keys. Throws RangeError when nested beyond the stack. */
export function toCanonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(toCanonicalJson).join(',')}]`
  const object = asObject(value)
  if (!object) return JSON.stringify(value) ?? 'null'
  const pairs = Object.keys(object)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${toCanonicalJson(object[key])}`)
  return `{${pairs.join(',')}}`
}
