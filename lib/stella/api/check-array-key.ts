import { type Reason, reason, type Said } from '@/lib/i18n/reason'
import { NOBODY } from '../reading/nobody'
import { call, type StellaConnection } from './call'
import type { StellaOutcome } from './call-outcome'

type Key = StellaConnection['responseKey']

/** What the three calls of the check found about the name of the array in sendResponses. */
export interface KeyFinding {
  state: 'answers' | 'wrong-setting' | 'unchecked'
  text: Said
}

/**
 * Which name this Stella gives the array of sendResponses (Facts §2.1): an empty one is refused under each name, and
 * once without any. A name whose refusal is that of none is a name that nobody looked at. Nothing can be sent: there is no
 * message, and no such channel.
 */
export async function checkArrayKey(connection: StellaConnection): Promise<KeyFinding> {
  const [singular, plural, none] = await Promise.all([
    wordsFor(connection, { response: [] }),
    wordsFor(connection, { responses: [] }),
    wordsFor(connection, {}),
  ])
  const { responseKey } = connection
  if (singular === undefined || plural === undefined || none === undefined)
    return { state: 'unchecked', text: reason('connection.check.keyUnsaid', { key: responseKey }) }
  const known = [
    !isSame(singular, none) && 'response',
    !isSame(plural, none) && 'responses',
  ].filter(Boolean)
  if (known.length === 0)
    return { state: 'unchecked', text: reason('connection.check.keySame', { key: responseKey }) }
  if (known.length === 2)
    return { state: 'answers', text: reason('connection.check.keyBoth', { key: responseKey }) }
  return known[0] === responseKey
    ? { state: 'answers', text: reason('connection.check.keyRight', { key: responseKey }) }
    : { state: 'wrong-setting', text: wrongKey(responseKey) }
}

/** Stella's refusal in words; undefined where it said nothing, or only that we may not ask. */
async function wordsFor(
  connection: StellaConnection,
  array: Partial<Record<Key, []>>,
): Promise<Said | undefined> {
  const outcome: StellaOutcome<unknown> = await call(
    connection,
    connection.botUrl,
    '/sendResponses',
    {
      method: 'POST',
      body: { channelId: NOBODY, recipientId: NOBODY, ...array },
    },
  )
  if (outcome.kind === 'refused' && !outcome.denied) return outcome.reason
  // An error of Stella's own is as good a word as any: it was found in another place.
  return outcome.kind === 'unclear' && outcome.trouble === 'error' ? outcome.reason : undefined
}

function isSame(one: Said, other: Said): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function wrongKey(key: Key): Reason {
  const other = key === 'response' ? 'responses' : 'response'
  return reason('connection.check.keyWrong', { key, other })
}
