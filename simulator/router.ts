import type { IncomingMessage, ServerResponse } from 'node:http'

const BODY_BYTES_MAX = 8 * 1024 * 1024

export interface Call {
  method: string
  path: string
  query: URLSearchParams
  params: Record<string, string>
  headers: IncomingMessage['headers']
  bytes: Buffer
  /** `http://host:port` as the caller sees this server. */
  origin: string
  /** For answers that are streams. */
  response: ServerResponse
}

export interface Answer {
  status: number
  headers?: Record<string, string>
  body: string | Buffer
  /** What happens once the caller has its answer, or was denied it. */
  afterwards?: () => void
  /** `never`: the answer is held back until the caller gives up; `reset`: the connection is cut. */
  ending?: 'never' | 'reset'
}

/** Undefined: the handler answers by itself through `call.response`. */
export type Handler = (call: Call) => Answer | undefined | Promise<Answer | undefined>

export interface Route {
  method: string
  /** Segments; `:name` matches one. */
  pattern: string
  handler: Handler
}

export function toJsonAnswer(status: number, body: unknown): Answer {
  return {
    status,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  }
}

export function html(body: string): Answer {
  return { status: 200, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body }
}

/** The body as JSON; undefined when it is none. */
export function readJsonBody(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return undefined
  }
}

/** Answers one request by the first route that matches; a handler that throws is a 500 that says why. */
export async function dispatch(
  routes: Route[],
  request: IncomingMessage,
  response: ServerResponse,
) {
  const url = new URL(request.url ?? '/', 'http://simulator')
  const bytes = await readBody(request)
  if (!bytes)
    return write(
      response,
      toJsonAnswer(413, { ok: 0, error: { message: 'The body is too large.' } }),
    )
  for (const route of routes) {
    const params = match(route, request.method ?? 'GET', url.pathname)
    if (!params) continue
    const call: Call = {
      method: route.method,
      path: url.pathname,
      query: url.searchParams,
      params,
      headers: request.headers,
      bytes,
      origin: `http://${request.headers.host ?? 'localhost'}`,
      response,
    }
    const answer = await Promise.resolve(route.handler(call)).catch(toServerError)
    if (answer) write(response, answer)
    return
  }
  write(
    response,
    toJsonAnswer(404, {
      ok: 0,
      error: { message: `There is no ${request.method} ${url.pathname}.` },
    }),
  )
}

/** Answers without looking at what is asked. */
export function refuse(response: ServerResponse, message: string) {
  write(response, toJsonAnswer(403, { ok: 0, error: { message } }))
}

function match(route: Route, method: string, path: string): Record<string, string> | undefined {
  if (route.method !== method) return undefined
  const wanted = route.pattern.split('/')
  const given = path.replace(/(.)\/$/, '$1').split('/')
  if (wanted.length !== given.length) return undefined
  const params: Record<string, string> = {}
  for (const [index, segment] of wanted.entries()) {
    const value = given[index] ?? ''
    if (segment.startsWith(':')) params[segment.slice(1)] = decode(value)
    else if (segment !== value) return undefined
  }
  return params
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request) {
    size += part.length
    if (size > BODY_BYTES_MAX) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function write(response: ServerResponse, answer: Answer) {
  const afterwards = answer.afterwards ?? (() => {})
  // Who has hung up meanwhile gets no answer, but what was done has its consequences.
  if (answer.ending || response.destroyed) {
    afterwards()
    // An answer that never comes is bounded by its caller, and by closing the server.
    if (answer.ending === 'reset') response.socket?.resetAndDestroy()
    return
  }
  response.once('close', afterwards)
  response.writeHead(answer.status, answer.headers)
  response.end(answer.body)
}

function toServerError(error: unknown): Answer {
  const message = error instanceof Error ? error.message : String(error)
  return toJsonAnswer(500, { ok: 0, error: { message } })
}
