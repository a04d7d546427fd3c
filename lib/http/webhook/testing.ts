import http from 'node:http'
import type { AddressInfo } from 'node:net'
import * as route from '@/app/api/webhooks/[channelId]/route'
import { answerSockets } from './answer-socket'
import { answerWebhook } from './webhook-path'

/** A delivery as a sender makes it. */
export interface Sent {
  path: string
  /** POST where none is named. */
  method?: string
  headers: Record<string, string>
  body: Buffer
  /** So many bytes come; then the sender ends. */
  cutAt?: number
}

interface Answered {
  status: number
  headers: Headers
  body: string
}

/** One of the two ways in which a delivery gets to its answer. */
export type Carrier = (sent: Sent) => Promise<Answered>

let port = 0

/** Listens as `npm start` does, with nothing but the webhook's path, until what it gives is called. */
export async function openSocket(): Promise<() => void> {
  const server = http.createServer((request, response) => {
    // As Next does it for a method that the route doesn't export.
    if (!answerWebhook(request, response)) response.writeHead(405).end()
  })
  answerSockets(server, false)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
  return () => {
    server.closeAllConnections()
    server.close()
  }
}

export const bySocket: Carrier = ({ path, method = 'POST', headers, body, cutAt }) =>
  new Promise((resolve, reject) => {
    const given = { ...headers, 'Content-Length': body.length }
    const request = http.request({ port, path, method, headers: given }, async (response) => {
      const pieces = await response.toArray()
      const answered = new Headers(response.headers as Record<string, string>)
      const status = response.statusCode ?? 0
      resolve({ status, headers: answered, body: Buffer.concat(pieces).toString() })
    })
    request.once('error', reject)
    if (cutAt === undefined) request.end(body)
    else request.write(body.subarray(0, cutAt), () => request.socket?.end())
  })

export const byRoute: Carrier = async ({ path, method = 'POST', headers, body, cutAt }) => {
  const handle = Object.entries(route).find(([name]) => name === method)?.[1]
  if (!handle) return { status: 405, headers: new Headers(), body: '' }
  const url = new URL(path, 'http://inbox')
  const request = new Request(url, {
    method,
    headers,
    body: toStream(body, cutAt),
    duplex: 'half',
  } as RequestInit)
  const channelId = url.pathname.split('/').at(-1) ?? ''
  const response = await handle(request, { params: Promise.resolve({ channelId }) })
  return { status: response.status, headers: response.headers, body: await response.text() }
}

/** In two pieces, as a body that is no small one comes. */
function toStream(body: Buffer, cutAt: number | undefined): ReadableStream<Uint8Array> {
  const half = cutAt ?? Math.ceil(body.length / 2)
  return new ReadableStream({
    start(controller) {
      if (half > 0) controller.enqueue(body.subarray(0, half))
      if (cutAt !== undefined) return controller.error(new Error('aborted'))
      if (half < body.length) controller.enqueue(body.subarray(half))
      controller.close()
    },
  })
}
