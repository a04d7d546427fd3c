import { NOBODY } from '../reading/nobody'
import { call, type StellaConnection } from './call'
import type { StellaOutcome } from './call-outcome'

type Key = StellaConnection['responseKey']

/** What the three calls of the check found about the name of the array in sendResponses. */
export interface KeyFinding {
  state: 'answers' | 'wrong-setting' | 'unchecked'
  text: string
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
    return { state: 'unchecked', text: `${setTo(responseKey)} Stella did not say enough.` }
  const known = [singular !== none && 'response', plural !== none && 'responses'].filter(Boolean)
  if (known.length === 0)
    return { state: 'unchecked', text: `${setTo(responseKey)} Stella says the same to any.` }
  if (known.length === 2)
    return { state: 'answers', text: `Both names are known. ${isSet(responseKey)}` }
  return known[0] === responseKey
    ? { state: 'answers', text: `Stella looks for ${responseKey}.` }
    : { state: 'wrong-setting', text: wrongKey(responseKey) }
}

/** Stella's refusal in words; undefined where it said nothing, or only that we may not ask. */
async function wordsFor(
  connection: StellaConnection,
  array: Partial<Record<Key, []>>,
): Promise<string | undefined> {
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

function isSet(key: Key): string {
  return `This connection says ${key}.`
}

function setTo(key: Key): string {
  return `It can’t be told which name is right; ${isSet(key).toLowerCase()}`
}

function wrongKey(key: Key): string {
  const other = key === 'response' ? 'responses' : 'response'
  return `Stella looks for ${other}, and this connection says ${key}: change that in the connection.`
}
