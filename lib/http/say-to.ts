import type { IncomingMessage } from 'node:http'
import { readerOf } from '@/lib/auth/reader-locale'
import { translatorFor } from '@/lib/i18n/catalogues'
import type { Reason } from '@/lib/i18n/reason'

/** A refusal in the language that a request asks for, where nobody looks up who is signed in. */
export function sayTo({ headers }: IncomingMessage, reason: Reason): string {
  const { locale } = readerOf({ headers: new Headers(toPairs(headers)) })
  return translatorFor(locale).say(reason)
}

/** The two headers that tell in which language somebody reads. */
function toPairs({ cookie, 'accept-language': accepted }: IncomingMessage['headers']) {
  return Object.entries({ cookie, 'accept-language': accepted }).flatMap(
    ([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]]),
  )
}
