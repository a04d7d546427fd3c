import { reason, type Said } from '@/lib/i18n/reason'
import { BUILD_HEADER, PERSON_HEADER, paths } from '@/lib/paths'
import { personId } from './browser/own-storage'
import { hearBuild } from './browser/page-build'
import { beginWork } from './browser/under-way'

const REQUEST_TIMEOUT_MS = 20_000

/** Why a request failed. `status` is 0 when no answer came: the network, a time-out, or the server going away. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    /** What to show: the server's words, which are in the reader's language already, or a reason of ours. */
    readonly said: Said,
    readonly details: Record<string, unknown> = {},
  ) {
    super(typeof said === 'string' ? said : said.key)
    this.name = 'ApiError'
  }
}

interface RequestOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  body?: unknown
  signal?: AbortSignal
}

/**
 * One call to our own API: JSON in, JSON out. Throws `ApiError` with a sentence an agent can read;
 * a lost session leads to the sign-in page and back.
 */
export async function request<T>(path: string, options: RequestOptions = {}): Promise<T> {
  const response = await send(path, options)
  const json = await readJson(response)
  if (response.ok) return json as T
  if (response.status === 401) goToSignIn()
  throw toApiError(response.status, json)
}

/** What to tell somebody about anything that was thrown: `say` puts it into words. */
export function failureOf(error: unknown): Said {
  if (error instanceof ApiError) return error.said
  return error instanceof Error ? error.message : String(error)
}

/** Whether trying the same request again could succeed: no answer, or a server that is not ready. */
export function isTransient(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 0 || error.status >= 500)
}

/** Whether it was our session that ended, and not the request that was wrong: it may succeed after signing in. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof ApiError && error.status === 401
}

async function send(path: string, { method = 'GET', body, signal }: RequestOptions) {
  const timeout = new AbortController()
  const timer = setTimeout(() => timeout.abort(), REQUEST_TIMEOUT_MS)
  const cancel = () => timeout.abort()
  signal?.addEventListener('abort', cancel)
  const end = method === 'GET' ? undefined : beginWork()
  try {
    const response = await fetch(path, {
      method,
      body: body === undefined ? undefined : JSON.stringify(body),
      headers: {
        ...personHeader(),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      signal: timeout.signal,
      cache: 'no-store',
    })
    hearBuild(response.headers.get(BUILD_HEADER))
    return response
  } catch (error) {
    if (signal?.aborted) throw error
    throw new ApiError(0, 'unreachable', reason('failure.unreachable'))
  } finally {
    end?.()
    clearTimeout(timer)
    signal?.removeEventListener('abort', cancel)
  }
}

/** Says for whom this page was drawn: another tab may have signed somebody else in since. */
export function personHeader(): Record<string, string> {
  const id = personId()
  return id === undefined ? {} : { [PERSON_HEADER]: id }
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    return undefined
  }
}

function toApiError(status: number, json: unknown): ApiError {
  const error = isObject(json) && isObject(json.error) ? json.error : {}
  const { code, message, ...details } = error
  return new ApiError(
    status,
    typeof code === 'string' ? code : 'unexpected',
    typeof message === 'string' ? message : reason('failure.server', { status }),
    details,
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function goToSignIn() {
  const here = window.location.pathname + window.location.search
  window.location.assign(`${paths.signIn}?callbackUrl=${encodeURIComponent(here)}`)
}
