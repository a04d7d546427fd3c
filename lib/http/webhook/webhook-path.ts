import type { IncomingMessage, ServerResponse } from 'node:http'
import type { DeliveryHeaders } from '@/lib/inbox/log/receive-event'
import { shared } from '@/lib/shared-runtime'
import { answerDelivery, type DeliveryAnswer } from './answer-delivery'

const PATH = /^\/api\/webhooks\/([^/?]+)\/?(?:\?|$)/

/**
 * Carries a webhook delivery to its answer before Next sees it, which costs a third of what a route costs. False for every
 * other request: then Next has to answer it.
 */
export function answerWebhook(
  request: IncomingMessage,
  response: ServerResponse,
  receiver = shared.receiver,
): boolean {
  const channelId = request.method === 'POST' ? PATH.exec(request.url ?? '')?.[1] : undefined
  if (channelId === undefined) return false
  const headers = toHeaders(request)
  const read = (take: (piece: Buffer) => boolean) => readRequest(request, take)
  void answerDelivery(receiver, { channelId, headers, read }).then((answer) =>
    send(request, response, answer),
  )
  return true
}

function toHeaders(request: IncomingMessage): DeliveryHeaders {
  return {
    get(name) {
      const value = request.headers[name.toLowerCase()]
      return (Array.isArray(value) ? value.join(', ') : value) ?? null
    },
  }
}

/** It flows on when nobody takes it any more: the rest is passed over. */
function readRequest(request: IncomingMessage, take: (piece: Buffer) => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    request.on('data', take)
    request.once('end', resolve)
    // It may have broken off before anybody listened.
    if (request.destroyed) reject()
    request.once('error', reject)
    request.once('close', reject)
  })
}

/** Of a body that nobody wants so much is passed over, so that the connection can go on. */
const PASSED_OVER_MAX = 64 * 1024

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, body }: DeliveryAnswer,
) {
  if (response.destroyed) return
  const announced = Number(request.headers['content-length'] ?? Number.POSITIVE_INFINITY)
  // A large body that nobody wants is not worth reading.
  if (!request.complete && announced > PASSED_OVER_MAX) response.setHeader('Connection', 'close')
  response.writeHead(status, headers)
  response.end(body)
}
