import { type CompiledMessage, compileMessages, type LoadedMessages } from './compiled'
import { en } from './en'
import { type Language, type Locale, languageOf, PSEUDO_LOCALE } from './locale'
import { messageAt } from './message-at'
import type { Messages, Room } from './message-catalogue'
import { toPseudo } from './pseudo'
import { createTranslator, type Translator } from './translator'
import { zhHans } from './zh-hans'
import { zhHant } from './zh-hant'

/*
 * All catalogues, for the server and the command line. The browser is given the rooms that a page needs, in one
 * language (`messagesFor`).
 */

export const CATALOGUES: Record<Language, Messages> = { en, 'zh-Hant': zhHant, 'zh-Hans': zhHans }

/** Some rooms in the language of a locale, parsed, to go to a browser. */
export function messagesFor(locale: Locale, rooms: readonly Room[]): LoadedMessages {
  return Object.fromEntries(rooms.map((room) => [room, compiledRoom(locale, room)]))
}

const compiled = new Map<string, LoadedMessages>()

/** Pages and translators of one language share its rooms: each is parsed when it is first spoken from. */
function compiledRoom(locale: Locale, room: Room): LoadedMessages {
  const key = `${locale === PSEUDO_LOCALE ? PSEUDO_LOCALE : languageOf(locale)} ${room}`
  const known = compiled.get(key)
  if (known) return known
  const messages = compileMessages(
    locale === PSEUDO_LOCALE ? toPseudo(en[room]) : CATALOGUES[languageOf(locale)][room],
  )
  compiled.set(key, messages)
  return messages
}

const translators = new Map<string, Translator>()

/** The translator for a person, with every room. */
export function translatorFor(locale: Locale, timeZone = 'UTC'): Translator {
  const key = `${locale} ${timeZone}`
  const known = translators.get(key)
  if (known) return known
  const translator = createTranslator({ locale, timeZone, find: (key) => messageIn(locale, key) })
  translators.set(key, translator)
  return translator
}

function messageIn(locale: Locale, key: string): CompiledMessage | undefined {
  const [room = ''] = key.split('.', 1)
  return Object.hasOwn(en, room) ? messageAt(messagesFor(locale, [room as Room]), key) : undefined
}

/** For the command line, logs and metrics, which stay English. */
export const english: Translator = translatorFor('en-GB')
