import type { ReactNode } from 'react'
import { createTranslator as createIntlTranslator } from 'use-intl/core'
import { createFormats, type Formats } from './formats'
import type { Locale } from './locale'
import type { Key } from './message-catalogue'
import type { Said, Value, ValuesAfter } from './reason'

/** Some rooms of a catalogue: what a page was given. */
export type LoadedMessages = Record<string, unknown>

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
  messages: LoadedMessages
}

/** The library's translator without its types: ours are by our own keys. */
interface IntlTranslator {
  (key: string, values: Record<string, unknown>): string
  rich(key: string, values: Record<string, unknown>): ReactNode
}

/** Makes a translator. A key that the messages don't have is shown as it stands: an old entry may name one. */
export function createTranslator({ locale, timeZone, messages }: TranslatorOptions): Translator {
  const formats = createFormats(locale, timeZone)
  const intl = createIntlTranslator({
    locale: formats.tag,
    timeZone,
    messages,
    onError: throwUnlessMissing,
    getMessageFallback: ({ key }) => key,
  }) as unknown as IntlTranslator
  const toArgument = (value: Value | Tag): string | number | Tag => {
    if (typeof value !== 'object') return value
    if ('key' in value) return say(value)
    if ('bytes' in value) return formats.size(value.bytes, value.round)
    if ('ms' in value) return formats.duration(value.ms, value)
    if ('at' in value) return formats[value.as ?? 'moment'](value.at)
    return formats.list(value.list.map(say), value.type)
  }
  const toArguments = (values: object = {}) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, toArgument(value)]))
  const say = (said: Said): string =>
    typeof said === 'string' ? said : intl(said.key, toArguments(said.values))
  return {
    ...formats,
    t: (key, ...[values]) => intl(key, toArguments(values)),
    rich: (key, values) => intl.rich(key, toArguments(values)),
    say,
  }
}

function throwUnlessMissing(error: { code?: string }): void {
  if (error.code !== 'MISSING_MESSAGE') throw error
}
