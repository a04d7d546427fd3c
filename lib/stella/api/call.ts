import { Agent, fetch, type Response } from 'undici'
import { faultOf, publicLookup } from '@/lib/public-address'
import type { JsonObject } from '../reading/json'
import { startCall } from './call-figures'
import { judge, NOT_PUBLIC, type StellaOutcome, toFailure } from './call-outcome'
import { toRestMs } from './limit'

/** How one Stella app is reached: addresses and dialect are settings, because they differ between versions. */
export interface StellaConnection {
  accessToken: string
  botUrl: string
  restUrl: string
  fileUrl: string
  responseKey: 'response' | 'responses'
  tokenParam: 'accessToken' | 'access_token'
  /** The setting of the simulator: plain http, and addresses of this machine and its network. */
  allowPrivate?: boolean
  /** Hears from every call that Stella wants a rest of so many ms (`toRestMs`). Must not throw. */
  onLimit?: (restMs: number) => Promise<void>
}

const TIMEOUT_MS = 20_000

/** One pool for all calls of a kind; a call that writes is never repeated by the transport. */
function openPool(allowPrivate: boolean): Agent {
  return new Agent({
    connect: { timeout: 5_000, lookup: publicLookup(allowPrivate) },
    headersTimeout: TIMEOUT_MS,
    bodyTimeout: TIMEOUT_MS,
    pipelining: 0,
  })
}
const pools = { public: openPool(false), private: openPool(true) }

interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  query?: Record<string, string>
  body?: object
}

/** A call to Stella, counted for the health page. */
export async function call(
  connection: StellaConnection,
  base: string,
  path: string,
  request: Call,
): Promise<StellaOutcome<JsonObject>> {
  const end = startCall(path)
  const outcome = await makeCall(connection, base, path, request)
  end(outcome.kind)
  return outcome
}

/** The one place that makes requests to Stella; the token is in the address, which is never logged or shown. */
async function makeCall(
  connection: StellaConnection,
  base: string,
  path: string,
  { method, query, body }: Call,
): Promise<StellaOutcome<JsonObject>> {
  const url = new URL(base.replace(/\/+$/, '') + path)
  const allowPrivate = connection.allowPrivate ?? false
  // The token is in the address: it goes to public https hosts only, and along no redirect.
  if (faultOf(url, allowPrivate)) return NOT_PUBLIC
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value)
  url.searchParams.set(connection.tokenParam, connection.accessToken)
  try {
    const response = await fetch(url, {
      method: method ?? 'GET',
      headers: body ? { 'Content-Type': 'application/json' } : {},
      body: body ? JSON.stringify(body) : undefined,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: 'error',
      dispatcher: allowPrivate ? pools.private : pools.public,
    })
    const judged = judge(response.status, response.headers, await readAnswer(response))
    const restMs = toRestMs(response.status, response.headers)
    if (restMs !== undefined) await connection.onLimit?.(restMs)
    if (judged.kind === 'ok') return { ...judged, restMs }
    return withoutToken(connection, judged)
  } catch (error) {
    return toFailure(error)
  }
}

/** The answer's first MiB; what goes on and on is cut off, not collected. */
async function readAnswer(response: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for await (const chunk of response.body ?? []) {
    const part = chunk.subarray(0, ANSWER_BYTES_MAX - size)
    size += part.byteLength
    text += decoder.decode(part, { stream: true })
    if (size >= ANSWER_BYTES_MAX) break
  }
  return text + decoder.decode()
}

const ANSWER_BYTES_MAX = 1024 * 1024

/** A server that quotes our address in its refusal must not show the token to an agent. */
function withoutToken(
  { accessToken }: StellaConnection,
  outcome: StellaOutcome<JsonObject>,
): StellaOutcome<JsonObject> {
  if (outcome.kind === 'ok' || typeof outcome.reason !== 'string' || accessToken === '')
    return outcome
  const written = [accessToken, encodeURIComponent(accessToken)]
  const reason = written.reduce((text, token) => text.replaceAll(token, '[token]'), outcome.reason)
  return { ...outcome, reason }
}
