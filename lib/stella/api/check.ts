import type { ApiFinding, ApiId } from '@/lib/domain/channel/connection'
import { isReason, type Reason, reason } from '@/lib/i18n/reason'
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
    id: keyof typeof API_NAMES,
    scope: string,
    ask: (connection: StellaConnection) => Promise<StellaOutcome<unknown>>,
  ) => probeOne(connection, { id, api: API_NAMES[id], scope }, ask)
  return Promise.all([
    probe('sendReply', 'bot:sendResponses', (to) =>
      call(to, botUrl, '/sendResponses', {
        method: 'POST',
        body: { channelId: NOBODY, recipientId: NOBODY, [to.responseKey]: [] },
      }),
    ),
    checkArrayKey(connection).then((finding) => ({
      id: 'arrayKey' as const,
      api: API_NAMES.arrayKey,
      scope: '',
      ...finding,
    })),
    probe('readMember', 'member:read', (to) =>
      call(to, restUrl, '/member', { query: { member_id: NOBODY } }),
    ),
    probe('setLiveChat', 'member:write', (to) =>
      call(to, restUrl, '/member/live_chat', {
        method: 'PATCH',
        body: { memberId: NOBODY, liveChat: false },
      }),
    ),
    probe('getFile', 'file:waGet', (to) =>
      call(to, fileUrl, `/file/whatsapp/${NOBODY}`, { query: { channel: NOBODY } }),
    ),
    probe('listIntegrations', 'integration:read', (to) => fetchIntegrations(to)),
    probe('deleteIntegration', 'integration:delete', (to) =>
      call(to, restUrl, `/integration/${NOBODY}`, { method: 'DELETE' }),
    ),
    Promise.resolve({
      id: 'createIntegration' as const,
      api: API_NAMES.createIntegration,
      scope: 'integration:write',
      state: 'unchecked' as const,
      text: reason('connection.check.notAsked'),
    }),
  ])
}

const API_NAMES: Record<Exclude<ApiId, 'signature'>, Reason> = {
  sendReply: reason('connection.check.sendReply'),
  arrayKey: reason('connection.check.arrayKey'),
  readMember: reason('connection.check.readMember'),
  setLiveChat: reason('connection.check.setLiveChat'),
  getFile: reason('connection.check.getFile'),
  listIntegrations: reason('connection.check.listIntegrations'),
  deleteIntegration: reason('connection.check.deleteIntegration'),
  createIntegration: reason('connection.check.createIntegration'),
}

type Subject = Pick<Probe, 'id' | 'api' | 'scope'>

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
  const text = reason('connection.check.otherTokenName', { name: tokenParam })
  return { ...probe, text, tokenParam }
}

function toFinding(outcome: StellaOutcome<unknown>, scope: string): Pick<Probe, 'state' | 'text'> {
  if (outcome.kind === 'ok') return { state: 'answers', text: reason('connection.check.answers') }
  if (outcome.kind === 'unreached') return { state: 'unreached', text: unreachedBecause(outcome) }
  if (outcome.kind === 'unclear')
    return { state: 'unclear', text: UNCLEAR_REASONS[outcome.trouble] }
  if (outcome.denied === 'token')
    return { state: 'no-token', text: reason('connection.check.tokenRefused') }
  if (outcome.denied === 'scope')
    return { state: 'no-scope', text: reason('connection.check.scopeMissing', { scope }) }
  // A refusal in Stella's own words means that the API looked for what we named; a bare status is somebody else's.
  const isBare = isReason(outcome.reason) && outcome.status !== undefined
  if (isBare && (outcome.status === 404 || outcome.status === 405))
    return {
      state: 'wrong-address',
      text: reason('connection.check.nothingThere', { status: outcome.status }),
    }
  return { state: 'answers', text: reason('connection.check.answers') }
}

/** What a host says is its own: shown here, the check would read any address for whoever may type one. */
const UNCLEAR_REASONS: Record<Trouble, Reason> = {
  'no-answer': reason('connection.check.noAnswer'),
  error: reason('connection.check.error'),
  unreadable: reason('connection.check.unreadable'),
}

function unreachedBecause(outcome: Extract<StellaOutcome<unknown>, { kind: 'unreached' }>): Reason {
  if (outcome.busy) return reason('connection.check.busy')
  return reason(
    outcome === NOT_PUBLIC ? 'connection.check.notPublic' : 'connection.check.unreached',
  )
}

function withDialect(probe: Probe, outcome: StellaOutcome<unknown>): Probe {
  const method = outcome.kind === 'ok' && (outcome.value as JsonObject).method
  const found = outcome.kind === 'ok' && (outcome.value as JsonObject).integrations
  if (typeof method !== 'string' || !Array.isArray(found)) return probe
  const text = reason('connection.check.integrations', { count: found.length })
  return { ...probe, text, dialect: `${method} /integrations` }
}
