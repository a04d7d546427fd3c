import type { ApiFinding } from '@/lib/domain/channel/connection'
import type { JsonObject } from '../reading/json'
import { NOBODY } from '../reading/nobody'
import { call, type StellaConnection } from './call'
import { NOT_PUBLIC, type StellaOutcome, type Trouble } from './call-outcome'
import { checkArrayKey } from './check-array-key'
import { fetchIntegrations } from './integration-calls'

/** `tokenParam`: the name under which this API takes the token, where it is not the connection's. */
export interface Probe extends ApiFinding {
  tokenParam?: StellaConnection['tokenParam']
}

/**
 * Calls each API of Stella in a way that can change nothing, and reads from the refusal whether the token may do it:
 * "Member not found" is a yes. All at once; the slowest takes as long as one call may take.
 */
export function checkApis(connection: StellaConnection): Promise<Probe[]> {
  const { botUrl, restUrl, fileUrl } = connection
  const probe = (
    api: string,
    scope: string,
    ask: (connection: StellaConnection) => Promise<StellaOutcome<unknown>>,
  ) => probeOne(connection, { api, scope }, ask)
  return Promise.all([
    probe('Send a reply', 'bot:sendResponses', (to) =>
      call(to, botUrl, '/sendResponses', {
        method: 'POST',
        body: { channelId: NOBODY, recipientId: NOBODY, [to.responseKey]: [] },
      }),
    ),
    checkArrayKey(connection).then((finding) => ({ api: ARRAY_KEY, scope: '', ...finding })),
    probe('Read a member', 'member:read', (to) =>
      call(to, restUrl, '/member', { query: { member_id: NOBODY } }),
    ),
    probe('Switch live chat', 'member:write', (to) =>
      call(to, restUrl, '/member/live_chat', {
        method: 'PATCH',
        body: { memberId: NOBODY, liveChat: false },
      }),
    ),
    probe('Fetch WhatsApp files', 'file:waGet', (to) =>
      call(to, fileUrl, `/file/whatsapp/${NOBODY}`, { query: { channel: NOBODY } }),
    ),
    probe('List integrations', 'integration:read', (to) => fetchIntegrations(to)),
    probe('Delete an integration', 'integration:delete', (to) =>
      call(to, restUrl, `/integration/${NOBODY}`, { method: 'DELETE' }),
    ),
    Promise.resolve({
      api: 'Create an integration',
      scope: 'integration:write',
      state: 'unchecked' as const,
      text: 'Not asked: the only way to ask would make one.',
    }),
  ])
}

const ARRAY_KEY = 'Name of the array of messages'

type Subject = Pick<Probe, 'api' | 'scope'>

async function probeOne(
  connection: StellaConnection,
  subject: Subject,
  ask: (connection: StellaConnection) => Promise<StellaOutcome<unknown>>,
): Promise<Probe> {
  const outcome = await ask(connection)
  const probe = { ...subject, ...toFinding(outcome, subject.scope) }
  if (probe.state !== 'no-token') return withDialect(probe, outcome)
  // Versions differ in the name of the token's parameter (Facts §0): is it only that?
  const tokenParam = connection.tokenParam === 'access_token' ? 'accessToken' : 'access_token'
  const other = toFinding(await ask({ ...connection, tokenParam }), subject.scope)
  if (other.state !== 'answers') return probe
  const text = `Answers only when the token is called ${tokenParam}: change that in the connection.`
  return { ...probe, text, tokenParam }
}

function toFinding(outcome: StellaOutcome<unknown>, scope: string): Pick<Probe, 'state' | 'text'> {
  if (outcome.kind === 'ok') return { state: 'answers', text: 'Answers.' }
  if (outcome.kind === 'unreached') return { state: 'unreached', text: unreachedWords(outcome) }
  if (outcome.kind === 'unclear') return { state: 'unclear', text: UNCLEAR_WORDS[outcome.trouble] }
  if (outcome.denied === 'token')
    return { state: 'no-token', text: 'The access token is not accepted.' }
  if (outcome.denied === 'scope')
    return { state: 'no-scope', text: `The access token lacks the scope ${scope}.` }
  // A refusal in Stella's own words means that the API looked for what we named; a bare status is somebody else's.
  const isBare = outcome.reason === `Stella answered ${outcome.status}.`
  if (isBare && (outcome.status === 404 || outcome.status === 405))
    return { state: 'wrong-address', text: `Nothing answers at this address (${outcome.status}).` }
  return { state: 'answers', text: 'Answers.' }
}

/** What a host says is its own: shown here, the check would read any address for whoever may type one. */
const UNCLEAR_WORDS: Record<Trouble, string> = {
  'no-answer': 'Gives no answer of its own.',
  error: 'Answers with an error of its own.',
  unreadable: 'Answers in a way that is not Stella’s.',
}

function unreachedWords(outcome: Extract<StellaOutcome<unknown>, { kind: 'unreached' }>): string {
  if (outcome.busy) return 'Answers, and asks us to slow down.'
  return outcome === NOT_PUBLIC ? NOT_PUBLIC_WORDS : 'Can’t be reached.'
}

const NOT_PUBLIC_WORDS = 'Is not asked: the address is not a public https address.'

function withDialect(probe: Probe, outcome: StellaOutcome<unknown>): Probe {
  const method = outcome.kind === 'ok' && (outcome.value as JsonObject).method
  const count = outcome.kind === 'ok' && (outcome.value as JsonObject).integrations
  if (typeof method !== 'string' || !Array.isArray(count)) return probe
  const what = count.length === 1 ? '1 integration' : `${count.length} integrations`
  return { ...probe, text: `Answers with ${what}.`, dialect: `${method} /integrations` }
}
