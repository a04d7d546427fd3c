import { en } from './en'
import { type Language, type Locale, languageOf, PSEUDO_LOCALE } from './locale'
import type { Messages, Room } from './message-catalogue'
import { toPseudo } from './pseudo'
import { createTranslator, type LoadedMessages, type Translator } from './translator'
import { zhHans } from './zh-hans'
import { zhHant } from './zh-hant'

/*
 * All catalogues, for the server and the command line. The browser is given the rooms that a page needs, in one
 * language (`messagesFor`).
 */

export const CATALOGUES: Record<Language, Messages> = { en, 'zh-Hant': zhHant, 'zh-Hans': zhHans }

/** Some rooms in the language of a locale, to go to a browser. */
export function messagesFor(locale: Locale, rooms: readonly Room[]): LoadedMessages {
  const all = allOf(locale)
  return Object.fromEntries(rooms.map((room) => [room, all[room]]))
}

const translators = new Map<string, Translator>()

/** The translator for a person, with every room. */
export function translatorFor(locale: Locale, timeZone = 'UTC'): Translator {
  const key = `${locale} ${timeZone}`
  const known = translators.get(key)
  if (known) return known
  const translator = createTranslator({ locale, timeZone, messages: allOf(locale) })
  translators.set(key, translator)
  return translator
}

/** For the command line, logs and metrics, which stay English. */
export const english: Translator = translatorFor('en-GB')

function allOf(locale: Locale): LoadedMessages {
  return locale === PSEUDO_LOCALE ? toPseudo(en) : CATALOGUES[languageOf(locale)]
}
