import type { Headers } from 'undici'
import { reason, type Said } from '@/lib/i18n/reason'
import { PrivateAddress } from '@/lib/public-address'
import { asId, asObject, asText, type JsonObject } from '../reading/json'
import { denialOf } from './denial'
import { toRetryMs } from './limit'

/**
 * How a call ended. `refused`: Stella said no. `unreached`: nothing was accepted, the same call may be made again.
 * `unclear`: it may have been done. (architecture.md "Sending")
 */
export type StellaOutcome<Value> =
  /** `restMs`: done, and Stella wants no further call for so long (`toRestMs`). */
  | { kind: 'ok'; value: Value; restMs?: number }
  /** `denied`: for want of a token or scope, which an admin can mend. */
  | { kind: 'refused'; reason: Said; denied?: 'token' | 'scope'; status?: number }
  /** `busy`: Stella is there and asks us to slow down. */
  | { kind: 'unreached'; reason: Said; busy?: boolean; retryAfterMs?: number }
  | { kind: 'unclear'; reason: Said; trouble: Trouble }

/**
 * Why nobody knows: nothing of Stella's own came back (time-out, a cut connection, a bare 5xx), Stella told of an error
 * of its own, or it answered well in a way that we can't read.
 */
export type Trouble = 'no-answer' | 'error' | 'unreadable'

/** Success is 2xx and `ok === 1`; never the status alone (Facts §0). */
export function judge(status: number, headers: Headers, text: string): StellaOutcome<JsonObject> {
  const retryAfter = headers.get('retry-after')
  const body = parseObject(text)
  if (status >= 200 && status < 300 && body?.ok === 1) return { kind: 'ok', value: body }
  const words = wordsOf(body)
  const why = words ?? reason('connection.call.noReason', { status })
  if (status === 429 || (status === 503 && retryAfter))
    return { kind: 'unreached', reason: why, busy: true, retryAfterMs: toRetryMs(retryAfter) }
  if (status >= 500)
    return { kind: 'unclear', reason: why, trouble: body?.ok === 0 ? 'error' : 'no-answer' }
  // A 2xx that we can't read may have been done: only a clear `ok: 0` is a refusal.
  if (status < 300 && body?.ok !== 0)
    return { kind: 'unclear', reason: UNREADABLE, trouble: 'unreadable' }
  return { kind: 'refused', reason: why, denied: denialOf(status, words ?? ''), status }
}

const UNREADABLE = reason('connection.call.unreadable')

function parseObject(text: string): JsonObject | undefined {
  try {
    return asObject(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** The reason in Stella's own words, wherever this version puts it (Facts §2.2). */
function wordsOf(body: JsonObject | undefined): string | undefined {
  if (!body) return undefined
  const words =
    asText(asObject(body.error)?.message) ??
    asText(body.err) ??
    (typeof body.error === 'string' ? asText(body.error) : undefined) ??
    asText(body.message)
  const code = asId(body.err_code)
  return words && code ? `${words} (${code})` : words
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

/** Nothing was sent: an admin has to set the address right first, and then what waits goes on. */
export const NOT_PUBLIC: StellaOutcome<never> = {
  kind: 'unreached',
  reason: reason('connection.call.notPublic'),
}

/** How a call ended that brought no answer at all. */
export function toFailure(error: unknown): StellaOutcome<never> {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (cause instanceof PrivateAddress) return NOT_PUBLIC
  if (NOT_REACHED.has(code))
    return { kind: 'unreached', reason: reason('connection.call.unreached', { code }) }
  if (error instanceof Error && error.name === 'TimeoutError')
    return { kind: 'unclear', reason: reason('connection.call.timeout'), trouble: 'no-answer' }
  return {
    kind: 'unclear',
    trouble: 'no-answer',
    reason: code
      ? reason('connection.call.brokenCode', { code })
      : reason('connection.call.broken'),
  }
}
