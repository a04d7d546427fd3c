import type { IncomingMessage, ServerResponse } from 'node:http'
import { assertAddress, receiveEvent } from '@/lib/inbox/log/receive-event'
import { logger } from '@/lib/logger'
import { shared } from '@/lib/shared-runtime'
import { Refusal, readDeliveryBody } from './delivery-body'

const PATH = /^\/api\/webhooks\/([^/?]+)\/?(?:\?|$)/
const OK = '{"ok":1}'

/**
 * Answers a webhook delivery before Next sees it, which costs a third of what a route costs. The verb is the one the
 * route calls, and so are the answers. False for every other request: then Next has to answer it.
 */
export function answerWebhook(request: IncomingMessage, response: ServerResponse): boolean {
  const channelId = request.method === 'POST' ? PATH.exec(request.url ?? '')?.[1] : undefined
  if (channelId === undefined) return false
  receive(request, channelId).then(
    () => send(response, 200, OK),
    (error: unknown) => sendRefusal(request, response, error),
  )
  return true
}

async function receive(request: IncomingMessage, channelId: string): Promise<void> {
  const { runtime } = shared
  if (!runtime)
    throw new Refusal(503, 'unavailable', 'The inbox is starting. Try again in a moment.')
  // What is sent to an address that nobody gave out is not worth reading.
  await assertAddress(runtime.receiver, channelId)
  const bytes = await readDeliveryBody(request)
  await receiveEvent(runtime.receiver, { channelId, bytes, headers: toHeaders(request) })
}

function toHeaders(request: IncomingMessage) {
  return {
    get(name: string): string | null {
      const value = request.headers[name.toLowerCase()]
      return (Array.isArray(value) ? value.join(', ') : value) ?? null
    },
  }
}

/** Of a body that nobody wants so much is passed over, so that the connection can go on. */
const PASSED_OVER_MAX = 64 * 1024

function sendRefusal(request: IncomingMessage, response: ServerResponse, error: unknown) {
  const { status, code, message } = toRefusal(error)
  if (status === 503) response.setHeader('Retry-After', '2')
  // A large body that nobody wants is not worth reading.
  const announced = Number(request.headers['content-length'] ?? Number.POSITIVE_INFINITY)
  if (!request.complete && announced > PASSED_OVER_MAX) response.setHeader('Connection', 'close')
  send(response, status, JSON.stringify({ error: { code, message } }))
}

/** By shape and not by class: an AppError of Next's module graph is not ours. */
function toRefusal(error: unknown): { status: number; code: string; message: string } {
  if (error instanceof Error && 'status' in error && 'code' in error) {
    if (error.cause) logger.warn({ error: error.cause }, error.message)
    return { status: Number(error.status), code: String(error.code), message: error.message }
  }
  logger.error({ error }, 'A delivery failed')
  const message = 'The event could not be stored. Send it again.'
  return { status: 503, code: 'unavailable', message }
}

function send(response: ServerResponse, status: number, body: string) {
  if (response.destroyed) return
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  })
  response.end(body)
}
