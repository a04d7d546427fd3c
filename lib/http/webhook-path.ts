import type { IncomingMessage, ServerResponse } from 'node:http'
import { assertAddress, DELIVERY_BYTES_MAX, receiveEvent } from '@/lib/inbox/receive-event'
import { logger } from '@/lib/logger'
import { shared } from '@/lib/shared-runtime'

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
  const bytes = await readBytes(request)
  await receiveEvent(runtime.receiver, { channelId, bytes, headers: toHeaders(request) })
}

class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

/** The exact bytes, counted while they come: past the limit nothing more is kept. */
function readBytes(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > DELIVERY_BYTES_MAX) {
        chunks.length = 0
        reject(new Refusal(413, 'too_large', 'The body is larger than 1024 KiB.'))
      } else chunks.push(chunk)
    })
    request.once('end', () =>
      resolve(chunks.length === 1 ? (chunks[0] ?? NONE) : Buffer.concat(chunks)),
    )
    const broken = () => reject(new Refusal(400, 'invalid', 'The delivery broke off.'))
    if (request.destroyed) broken()
    request.once('error', broken)
    // It may have broken off before anybody listened.
    request.once('close', broken)
  })
}

const NONE = Buffer.alloc(0)

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
