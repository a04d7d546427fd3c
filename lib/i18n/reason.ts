import type { GetICUArgs } from '@schummar/icu-type-parser'
import type { EnglishOf, Key } from './message-catalogue'

/**
 * Why something is so, or what happened: a key of the catalogue and its values, as plain JSON. Rules answer with one,
 * the log and the audit keep one, and whoever shows it translates it at the last moment (`say` of a translator).
 */
export interface Reason {
  key: Key
  values?: Record<string, Value>
}

/** What stands in a message for one of its arguments. Amounts are formatted in the language of the reader. */
export type Value =
  | string
  | number
  | Reason
  /** A size: `84 kB`. `round`: up, so that what is over a limit never reads as the limit. */
  | { bytes: number; round?: 'up' }
  /** A duration: `3m`, in a sentence `3 minutes`. */
  | { ms: number; style?: 'narrow' | 'long'; finest?: 'minutes' | 'seconds' }
  /** A moment, in epoch ms. */
  | { at: number; as?: 'time' | 'date' | 'moment' }
  | { list: readonly (string | Reason)[]; type?: 'and' | 'or' }

/** What a message needs to be told: nothing, or each argument of its ICU text. */
type ArgumentsOf<K extends Key> =
  EnglishOf<K> extends string
    ? GetICUArgs<
        EnglishOf<K>,
        { ICUArgument: Value; ICUNumberArgument: number; ICUDateArgument: Date }
      >
    : never

/** The values after a key: none where the message has no argument. */
export type ValuesAfter<K extends Key> =
  Partial<ArgumentsOf<K>> extends ArgumentsOf<K>
    ? [values?: ArgumentsOf<K>]
    : [values: ArgumentsOf<K>]

/** A reason of ours, or words that somebody else said and that stay as they are: Stella's, or those of an old entry. */
export type Said = Reason | string

/** What somebody else said in it, without our own words: Stella's, a platform's. */
export function quotedIn(said: Said): string {
  if (typeof said === 'string') return said
  return Object.values(said.values ?? {})
    .map((value) => (typeof value === 'string' || isReason(value) ? quotedIn(value) : ''))
    .filter(Boolean)
    .join(' ')
}

/** A reason with the values that its message asks for. */
export function reason<K extends Key>(key: K, ...[values]: ValuesAfter<K>): Reason {
  return values === undefined ? { key } : { key, values: values as Record<string, Value> }
}

/** Whether what was read from JSON is a reason. Its key may be one that the catalogue no longer has. */
export function isReason(value: unknown): value is Reason {
  return (
    typeof value === 'object' &&
    value !== null &&
    'key' in value &&
    typeof value.key === 'string' &&
    (!('values' in value) || typeof value.values === 'object')
  )
}

/** A reason as the message of a schema (zod takes only text): `toSaid` reads it back. */
export function schemaMessage<K extends Key>(key: K, ...values: ValuesAfter<K>): string {
  return JSON.stringify(reason(key, ...values))
}

/** What a schema's message means: a reason of ours, or text as it stands. */
export function toSaid(text: string): Said {
  if (!text.startsWith('{"key":')) return text
  try {
    const parsed: unknown = JSON.parse(text)
    return isReason(parsed) ? parsed : text
  } catch {
    return text
  }
}
