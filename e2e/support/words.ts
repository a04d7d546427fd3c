import { CATALOGUES, translatorFor } from '@/lib/i18n/catalogues'
import { languageOf, toLocale } from '@/lib/i18n/locale'
import type { Key } from '@/lib/i18n/message-catalogue'
import type { Value } from '@/lib/i18n/reason'

/** The locale that stories are played in: STORY_LOCALE, else British English. */
export const STORY_LOCALE = toLocale(process.env.STORY_LOCALE) ?? 'en-GB'

/** As in playwright.config.ts. */
export const STORY_TIME_ZONE = 'Asia/Hong_Kong'

/** What the screen says, in the language of the story. */
export const { t, say, size, duration, number, list, time, date, moment } = translatorFor(
  STORY_LOCALE,
  STORY_TIME_ZONE,
)

const ANY = '\u0001'

/**
 * A message with anything where an argument stands: for texts with a time or a name that the story doesn't know. Arguments
 * that are given, as plurals and selects have to be, stand as they are. `whole`: nothing before and after it.
 */
export function like(
  key: Key,
  { whole = false, ...given }: Record<string, Value> & { whole?: boolean } = {},
): RegExp {
  const message = messageOf(key)
  const names = [...message.matchAll(/\{(\w+)(?=[,}])/g)].flatMap(([, name]) => name ?? [])
  const values = Object.fromEntries(names.map((name) => [name, given[name] ?? ANY]))
  const words = say({ key, values }).replaceAll(/<\/?\w+>/g, '')
  const pattern = words
    .split(ANY)
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*?')
  return new RegExp(whole ? `^${pattern}$` : pattern)
}

function messageOf(key: Key): string {
  const found = key
    .split('.')
    .reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], catalogue())
  return String(found)
}

function catalogue(): unknown {
  return CATALOGUES[languageOf(STORY_LOCALE)]
}
