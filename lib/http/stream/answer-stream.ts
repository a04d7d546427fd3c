import type { IncomingMessage, ServerResponse } from 'node:http'
import { toCookie } from '@/lib/auth/cookies'
import { sessionIdIn } from '@/lib/auth/session-token'
import { findViewer } from '@/lib/db/people/agents'
import { paths } from '@/lib/paths'
import { joinStream, type Outlet, type StreamRequest } from '@/lib/realtime/open-stream'
import { type Runtime, shared } from '@/lib/shared-runtime'
import { STREAM_HEADERS, toStreamRequest } from './stream-request'

/** What a reader may leave unread before it is dropped; it comes back and goes on from its cursor. */
const BACKLOG_BYTES_MAX = 1_048_576

/**
 * Writes the stream of somebody who is signed in to their browser before Next sees the request: a frame to a hundred of them
 * costs half of what it costs through a route. Everybody else, and whatever is wrong with a request, is left to the route
 * (app/api/stream/route.ts) and what it says: `next` hands it on. False for every other address.
 */
export function answerStream(
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
): boolean {
  const url = new URL(request.url ?? '', 'http://inbox.invalid')
  if (request.method !== 'GET' || url.pathname !== paths.api.stream) return false
  const { runtime } = shared
  const asked = runtime && readRequest(runtime, request, url)
  Promise.resolve(asked)
    .catch(() => undefined)
    .then((found) => (runtime && found ? stream(runtime, found, response) : next()))
    // What went wrong on the way is over for this browser: it comes back, and asks again.
    .catch(() => response.destroy())
  return true
}

async function readRequest(
  { ctx, settings }: Runtime,
  { headers }: IncomingMessage,
  url: URL,
): Promise<StreamRequest | undefined> {
  const { name } = toCookie('session', settings.PUBLIC_URL)
  const token = cookieIn(headers.cookie, name)
  const sessionId = token && (await sessionIdIn(ctx.keys, token))
  const agent = sessionId && (await findViewer(ctx.sql, sessionId))
  if (!agent) return undefined
  return toStreamRequest(url, toOne(headers['last-event-id']), { agent, sessionId })
}

function toOne(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header
}

function cookieIn(header: string | undefined, name: string): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const [key = '', ...value] = pair.split('=')
    if (key.trim() === name) return value.join('=').trim()
  }
  return undefined
}

async function stream({ ctx, hub }: Runtime, asked: StreamRequest, response: ServerResponse) {
  if (response.destroyed) return
  let isOver = false
  let leave = () => {}
  response.once('close', () => {
    isOver = true
    leave()
  })
  response.writeHead(200, STREAM_HEADERS)
  response.flushHeaders()
  leave = await joinStream({ sql: ctx.sql, hub }, asked, toOutlet(response))
  if (isOver) leave()
}

function toOutlet(response: ServerResponse): Outlet {
  return {
    send(frame) {
      if (response.destroyed || response.writableEnded) return false
      if (response.writableLength > BACKLOG_BYTES_MAX) return false
      response.write(frame)
      return true
    },
    // What is left unread by a reader who is too slow is not waited for.
    close: () =>
      response.writableLength > BACKLOG_BYTES_MAX ? response.destroy() : response.end(),
  }
}
