import format from 'icu-minify/format'
import { cloneElement, isValidElement, type ReactNode } from 'react'
import type { CompiledMessage } from './compiled'
import { createFormats, type Formats } from './formats'
import type { Locale } from './locale'
import type { Key } from './message-catalogue'
import type { Said, Value, ValuesAfter } from './reason'

type Tag = (chunks: ReactNode) => ReactNode

/** Speaks to one person: in their language, as their region writes amounts and times, in their time zone. */
export interface Translator extends Formats {
  /** The message of this key. */
  t<K extends Key>(key: K, ...values: ValuesAfter<K>): string
  /** A message with tags in it, such as `<b>…</b>`: each tag by the function of its name. */
  rich(key: Key, values: Record<string, Value | Tag>): ReactNode
  /** A reason in words. What is no reason of ours stays as it was said. */
  say(said: Said): string
}

interface TranslatorOptions {
  locale: Locale
  /** IANA name. */
  timeZone: string
  /** The message of a key, ready to be filled; undefined where there is none. */
  find: (key: string) => CompiledMessage | undefined
}

type Argument = string | number | Tag
type Arguments = Record<string, Argument>

/** Makes a translator. A key that has no message is shown as it stands: an old entry may name one. */
export function createTranslator({ locale, timeZone, find }: TranslatorOptions): Translator {
  const formats = createFormats(locale, timeZone)
  const options = { formatters: toFormatters(formats), timeZone }
  const fill = (key: string, values: Arguments) => {
    const message = find(key)
    return message === undefined ? key : format<ReactNode>(message, formats.tag, values, options)
  }
  const toArgument = (value: Value | Tag): Argument => {
    if (typeof value !== 'object') return value
    if ('key' in value) return say(value)
    if ('bytes' in value) return formats.size(value.bytes, value.round)
    if ('ms' in value) return formats.duration(value.ms, value)
    if ('at' in value) return formats[value.as ?? 'moment'](value.at)
    return formats.list(value.list.map(say), value.type)
  }
  const toArguments = (values: object = {}): Arguments =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, toArgument(value)]))
  const say = (said: Said): string =>
    typeof said === 'string' ? said : String(fill(said.key, toArguments(said.values)))
  return {
    ...formats,
    t: (key, ...[values]) => String(fill(key, toArguments(values))),
    rich: (key, values) => fill(key, withKeys(toArguments(values))),
    say,
  }
}

/** What messages need of `Intl`, kept by the formats of the person. */
function toFormatters(formats: Formats): Parameters<typeof format>[3]['formatters'] {
  return {
    getDateTimeFormat: (_tag, options = {}) => formats.dateFormat(options),
    getNumberFormat: (_tag, options = {}) => formats.numberFormat(options),
    getPluralRules: (_tag, options = {}) => formats.pluralRules(options),
  }
}

/** A message may have the same tag twice: React tells the elements apart by a key. */
function withKeys(values: Arguments): Arguments {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (typeof value !== 'function') return [name, value]
      let place = 0
      const tag: Tag = (chunks) => {
        const filled = value(chunks)
        if (!isValidElement(filled)) return filled
        place += 1
        return cloneElement(filled, { key: `${name} ${place}` })
      }
      return [name, tag]
    }),
  )
}
