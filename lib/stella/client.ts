import { Agent, fetch, type Headers } from 'undici'
import type { ReadMember } from '@/lib/domain/fact'
import { toErrorText } from '@/lib/errors'
import { asArray, asId, asNumber, asObject, asObjects, asText, type JsonObject } from './json'
import type { ResponseObject } from './wire'

/** How one Stella app is reached: addresses and dialect are settings, because they differ between versions. */
export interface StellaConnection {
  accessToken: string
  botUrl: string
  restUrl: string
  fileUrl: string
  responseKey: 'response' | 'responses'
  tokenParam: 'accessToken' | 'access_token'
}

/**
 * How a call ended. `refused`: Stella said no. `unreached`: nothing was accepted, the same call may be made again.
 * `unclear`: it may have been done. (architecture.md "Sending")
 */
export type StellaOutcome<Value> =
  /** `pauseMs`: done, but Stella's limit is used up now; the next call had better wait so long. */
  | { kind: 'ok'; value: Value; pauseMs?: number }
  /** `denied`: for want of a token or scope, which an admin can mend. */
  | { kind: 'refused'; reason: string; denied?: boolean }
  | { kind: 'unreached'; reason: string; retryAfterMs?: number }
  | { kind: 'unclear'; reason: string }

const TIMEOUT_MS = 20_000
const ANSWER_LENGTH_MAX = 1_048_576

/** One pool for all calls; a call that writes is never repeated by the transport. */
const dispatcher = new Agent({
  connect: { timeout: 5_000 },
  headersTimeout: TIMEOUT_MS,
  bodyTimeout: TIMEOUT_MS,
  pipelining: 0,
})

/** `POST /sendResponses` with one message object (Facts §2): one result for one reply. */
export async function sendResponse(
  connection: StellaConnection,
  to: { channelId: string; recipientId: string; response: ResponseObject },
): Promise<StellaOutcome<{ platformMessageId?: string }>> {
  const outcome = await call(connection, connection.botUrl, '/sendResponses', {
    method: 'POST',
    body: {
      channelId: to.channelId,
      recipientId: to.recipientId,
      [connection.responseKey]: [to.response],
    },
  })
  if (outcome.kind !== 'ok') return outcome
  const { value, pauseMs } = outcome
  return { kind: 'ok', value: { platformMessageId: messageIdOf(value) }, pauseMs }
}

/** `GET /member` by external id (custom-inbox-integration.txt "Get Member"). */
export async function getMember(
  connection: StellaConnection,
  member: { externalId: string; stellaId?: string },
): Promise<StellaOutcome<{ member: ReadMember; channelId?: string }>> {
  const query: Record<string, string> = member.stellaId
    ? { member_id: member.stellaId }
    : { external_id: member.externalId }
  const outcome = await call(connection, connection.restUrl, '/member', { query })
  if (outcome.kind !== 'ok') return outcome
  const found = asObject(outcome.value.member)
  const read = found && toReadMember(found)
  if (!found || !read) return { kind: 'refused', reason: 'Stella sent no member we can read.' }
  return { kind: 'ok', value: { member: read, channelId: asId(found.channel) } }
}

/** `PATCH /member/live_chat` (custom-inbox-integration.txt "Toggle LiveChat"). */
export async function patchLiveChat(
  connection: StellaConnection,
  member: { externalId: string; stellaId?: string; liveChat: boolean },
): Promise<StellaOutcome<{ stellaId?: string }>> {
  const who = member.stellaId ? { memberId: member.stellaId } : { externalId: member.externalId }
  const outcome = await call(connection, connection.restUrl, '/member/live_chat', {
    method: 'PATCH',
    body: { ...who, liveChat: member.liveChat },
  })
  if (outcome.kind !== 'ok') return outcome
  return { kind: 'ok', value: { stellaId: asId(outcome.value.memberId) } }
}

/** `POST /redirectMemberToNode` (Facts §2.4): the bot goes on at a node, and says what stands there. */
export async function redirectToNode(
  connection: StellaConnection,
  to: { channelId: string; recipientId: string; node: { id: string; tree?: string } },
): Promise<StellaOutcome<null>> {
  const { id: nodeCompositeId, tree } = to.node
  const run = { runPreAction: true, sendResponse: true, runPostAction: true }
  const outcome = await call(connection, connection.botUrl, '/redirectMemberToNode', {
    method: 'POST',
    body: {
      channelId: to.channelId,
      recipientId: to.recipientId,
      redirect: { ...(tree && { tree }), nodeCompositeId, ...run },
      meta: {},
    },
  })
  return outcome.kind === 'ok' ? { kind: 'ok', value: null } : outcome
}

/** `GET /file/whatsapp/:mediaId` (custom-inbox-integration.txt "File API"): the public address of the bytes. */
export async function getWhatsAppFile(
  connection: StellaConnection,
  file: { mediaId: string; channelId: string },
): Promise<StellaOutcome<{ url: string }>> {
  const path = `/file/whatsapp/${encodeURIComponent(file.mediaId)}`
  const outcome = await call(connection, connection.fileUrl, path, {
    query: { channel: file.channelId },
  })
  if (outcome.kind !== 'ok') return outcome
  const url = asText(outcome.value.url)
  return url
    ? { kind: 'ok', value: { url } }
    : { kind: 'refused', reason: 'Stella gave no address for the file.' }
}

interface Call {
  method?: 'POST' | 'PATCH'
  query?: Record<string, string>
  body?: object
}

/** The one place that makes requests to Stella; the token is in the address, which is never logged or shown. */
async function call(
  connection: StellaConnection,
  base: string,
  path: string,
  { method, query, body }: Call,
): Promise<StellaOutcome<JsonObject>> {
  const url = new URL(base.replace(/\/+$/, '') + path)
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value)
  url.searchParams.set(connection.tokenParam, connection.accessToken)
  try {
    const response = await fetch(url, {
      method: method ?? 'GET',
      headers: body ? { 'Content-Type': 'application/json' } : {},
      body: body ? JSON.stringify(body) : undefined,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: 'error',
      dispatcher,
    })
    return judge(response.status, response.headers, await response.text())
  } catch (error) {
    return toFailure(error)
  }
}

/** Success is 2xx and `ok === 1`; never the status alone (Facts §0). */
function judge(status: number, headers: Headers, text: string): StellaOutcome<JsonObject> {
  const retryAfter = headers.get('retry-after')
  const body = parseObject(text.slice(0, ANSWER_LENGTH_MAX))
  if (status >= 200 && status < 300 && body?.ok === 1)
    return { kind: 'ok', value: body, pauseMs: toPauseMs(headers) }
  const reason = reasonOf(body) ?? `Stella answered ${status}.`
  if (status === 429 || (status === 503 && retryAfter))
    return { kind: 'unreached', reason, retryAfterMs: toRetryMs(retryAfter) }
  if (status >= 500) return { kind: 'unclear', reason }
  // A 2xx that we can't read may have been done: only a clear `ok: 0` is a refusal.
  if (status < 300 && body?.ok !== 0)
    return { kind: 'unclear', reason: 'Stella’s answer was not readable.' }
  return { kind: 'refused', reason, denied: status === 401 || status === 403 }
}

/**
 * Where the limit of a minute is used up (`X-RateLimit-*`, Facts §2.2): as long as Stella says, else the average
 * distance of calls that the limit allows.
 */
function toPauseMs(headers: Headers): number | undefined {
  if (asNumber(headers.get('x-ratelimit-remaining')) !== 0) return undefined
  const limit = asNumber(headers.get('x-ratelimit-limit')) ?? LIMIT_DEFAULT
  return toRetryMs(headers.get('retry-after')) ?? Math.ceil(MINUTE_MS / Math.max(1, limit))
}

const MINUTE_MS = 60_000
const LIMIT_DEFAULT = 60

function parseObject(text: string): JsonObject | undefined {
  try {
    return asObject(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** The reason in Stella's own words, wherever this version puts it (Facts §2.2). */
function reasonOf(body: JsonObject | undefined): string | undefined {
  if (!body) return undefined
  const words =
    asText(asObject(body.error)?.message) ??
    asText(body.err) ??
    (typeof body.error === 'string' ? asText(body.error) : undefined) ??
    asText(body.message)
  const code = asId(body.err_code)
  return words && code ? `${words} (${code})` : words
}

function toRetryMs(retryAfter: string | null): number | undefined {
  const seconds = asNumber(retryAfter)
  if (seconds !== undefined) return Math.max(0, seconds * 1000)
  const at = retryAfter ? Date.parse(retryAfter) : Number.NaN
  return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now())
}

/** Failures before a byte of the request left: the name, the connection, or TLS could not be had. */
const NOT_REACHED = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])

function toFailure(error: unknown): StellaOutcome<never> {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (NOT_REACHED.has(code))
    return { kind: 'unreached', reason: `Stella can’t be reached (${code}).` }
  if (error instanceof Error && error.name === 'TimeoutError')
    return { kind: 'unclear', reason: 'Stella did not answer in time.' }
  return {
    kind: 'unclear',
    reason: `The connection to Stella broke (${code || toErrorText(cause)}).`,
  }
}

/** Where versions put the platform's id of a sent message (Facts §0). */
function messageIdOf(answer: JsonObject): string | undefined {
  const holders = [...asObjects(answer.sendResults), ...asObjects([answer.sendResult])]
  for (const entry of holders.flatMap((holder) => asObjects(holder.result))) {
    const result = asObject(entry.result) ?? entry
    const id =
      asId(asObject(entry.messageEvent)?.messageId) ??
      asId(result.message_id) ??
      asId(asObjects(result.messages)[0]?.id)
    if (id) return id
  }
  return undefined
}

/** Display name and the rest by Facts §6.1. */
function toReadMember(member: JsonObject): ReadMember | undefined {
  const stellaId = asId(member._id)
  const botMeta = asObject(member.botMeta)
  if (!stellaId || typeof botMeta?.liveChat !== 'boolean') return undefined
  const names = [asText(member.firstName), asText(member.lastName)].filter(Boolean).join(' ')
  const name = asText(member.name) || names || asText(asObject(member.profile)?.name)
  return {
    stellaId,
    liveChat: botMeta.liveChat,
    name: name?.trim() || undefined,
    email: asText(member.email),
    locale: asText(member.customLocale) ?? asText(member.locale),
    gender: asText(member.gender),
    profilePic: asText(member.profilePic),
    tags: asArray(member.tags).flatMap((tag) => asText(tag) ?? []),
    botNode: asText(botMeta.nodeCompositeId),
    botTree: asText(botMeta.tree) ?? asText(botMeta.treeId),
    memberSince: asNumber(member.createdAt),
  }
}
