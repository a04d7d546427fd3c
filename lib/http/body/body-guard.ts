import type { IncomingMessage, ServerResponse } from 'node:http'
import { sayTo } from '../say-to'
import { bodyLimit, tooLargeBecause } from './body-limits'

/** What is at most held in memory before anybody is asked whether they want it. */
const HELD_BYTES_MAX = 16 * 1024
/** How long, and for how many bytes, we go on hearing who sends too much, so that they get to read why not. */
const LINGER_MS = 1_000
const LINGER_BYTES_MAX = 1024 * 1024

/**
 * Counts the body of a request before anything reads it, and hands the request on when it fits (lib/http/body/body-limits.ts).
 * Too large as announced: 413 at once, without a byte read. Without an announcement (chunked) a small body is handed on
 * when it is whole; a large one is counted while the handler takes it, which is asked for a sign-in or signature first.
 */
export function guardBody(
  request: IncomingMessage,
  response: ServerResponse,
  handOn: () => void,
): void {
  const limit = limitOf(request)
  const judge = (fits: boolean) => (fits ? handOn() : refuse(request, response, limit))
  if (request.headers['transfer-encoding'] === undefined) judge(!isTooLarge(request))
  else if (limit <= HELD_BYTES_MAX) hold(request, limit, judge)
  else {
    countOn(request, limit)
    handOn()
  }
}

/** Whether a request announces more than its address takes: not worth a `100 Continue`. */
export function isTooLarge(request: IncomingMessage): boolean {
  return Number(request.headers['content-length'] ?? 0) > limitOf(request)
}

function limitOf(request: IncomingMessage): number {
  return bodyLimit(request.method, (request.url ?? '').split('?', 1)[0] ?? '')
}

function refuse(request: IncomingMessage, response: ServerResponse, limit: number) {
  const message = sayTo(request, tooLargeBecause(limit))
  const words = JSON.stringify({ error: { code: 'too_large', message } })
  response.writeHead(413, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(words),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    Connection: 'close',
  })
  // Now, also where a HEAD gets no words.
  response.flushHeaders()
  response.write(words)
  linger(request, () => response.end())
}

/** A connection that is closed while somebody still writes is reset, and the answer lost to them. */
function linger(request: IncomingMessage, done: () => void) {
  const timer = setTimeout(end, LINGER_MS)
  let size = 0
  request.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size > LINGER_BYTES_MAX) end()
  })
  request.once('end', end).once('close', end)
  function end() {
    clearTimeout(timer)
    request.pause()
    done()
  }
}

/**
 * Says whether a body fits once it is whole or too large. Until then it waits in the request's own buffer, untouched:
 * `push` is what Node's parser calls with each piece, and with null after the last.
 */
function hold(request: IncomingMessage, limit: number, judge: (fits: boolean) => void) {
  const push = request.push.bind(request)
  let size = 0
  request.push = (chunk: Buffer | null) => {
    size += chunk?.length ?? 0
    const fits = size <= limit
    if (fits) push(chunk)
    if (fits && chunk !== null) return true
    request.push = push
    judge(fits)
    return true
  }
}

/** Whoever goes on sending after the handler has refused is cut off. */
function countOn(request: IncomingMessage, limit: number) {
  const push = request.push.bind(request)
  let size = 0
  request.push = (chunk: Buffer | null) => {
    size += chunk?.length ?? 0
    if (size <= limit + LINGER_BYTES_MAX) return push(chunk)
    request.destroy()
    return false
  }
}
