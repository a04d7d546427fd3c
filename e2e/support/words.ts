import type { ReactNode } from 'react'
import { CATALOGUES, translatorFor } from '@/lib/i18n/catalogues'
import { languageOf, toLocale } from '@/lib/i18n/locale'
import type { Key } from '@/lib/i18n/message-catalogue'
import type { Value } from '@/lib/i18n/reason'

/** The locale that stories are played in: STORY_LOCALE, else British English. */
export const STORY_LOCALE = toLocale(process.env.STORY_LOCALE) ?? 'en-GB'

/** As in playwright.config.ts. */
export const STORY_TIME_ZONE = 'Asia/Hong_Kong'

/** What the screen says, in the language of the story. */
const translator = translatorFor(STORY_LOCALE, STORY_TIME_ZONE)
export const { t, say } = translator

const ANY = '\u0001'
/** Stands for any number where a message formats one. */
const ANY_NUMBER = 987_654_321

interface Given {
  whole?: boolean
  [argument: string]: Value | boolean | undefined
}

/**
 * A message with anything where an argument stands: for texts with a time or a name that the story doesn't know. Arguments
 * that are given, as plurals and selects have to be, stand as they are. `whole`: nothing before and after it.
 */
export function like(key: Key, { whole = false, ...given }: Given = {}): RegExp {
  const message = messageOf(key)
  const values = Object.fromEntries(
    [...message.matchAll(/\{(\w+)(, number)?(?=[,}])/g)].map(([, name = '', isNumber]) => [
      name,
      (given[name] as Value | undefined) ?? (isNumber ? ANY_NUMBER : ANY),
    ]),
  )
  const tags = [...message.matchAll(/<(\w+)>/g)].map(([, name = '']) => [name, inside] as const)
  const words = [translator.rich(key, { ...values, ...Object.fromEntries(tags) })].flat(9).join('')
  const pattern = words
    .replaceAll(translator.number(ANY_NUMBER), ANY)
    .split(ANY)
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*?')
  return new RegExp(whole ? `^${pattern}$` : pattern)
}

/** Whatever one of these says. */
export function either(...patterns: RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join('|'))
}

/** What stands between two tags, without them. */
function inside(chunks: ReactNode): ReactNode {
  return chunks
}

function messageOf(key: Key): string {
  const found = key
    .split('.')
    .reduce<unknown>(
      (part, name) => (part as Record<string, unknown>)[name],
      CATALOGUES[languageOf(STORY_LOCALE)],
    )
  return String(found)
}
