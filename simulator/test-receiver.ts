import http from 'node:http'
import type { AddressInfo } from 'node:net'

/** Tests look into bodies of every shape. */
export type Json = ReturnType<typeof JSON.parse>

/** One webhook as it arrived. */
export interface Received {
  bytes: Buffer
  body: Json
  signature: string | undefined
  contentType: string | undefined
}

export interface Receiver {
  url: string
  received: Received[]
  /** Answers this status from now on. */
  answer(status: number): void
  /** Resolves with all webhooks that match, as soon as there are `count` of them. */
  until(count: number, matches?: (one: Received) => boolean): Promise<Received[]>
  close(): Promise<void>
}

const PATIENCE_MS = 6_000

/** A product's webhook address that keeps what it gets. */
export async function startReceiver(port = 0): Promise<Receiver> {
  const received: Received[] = []
  const waiting = new Set<() => void>()
  let status = 200
  const server = http.createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const bytes = Buffer.concat(parts)
    const signature = request.headers['x-stella-signature']
    if (status < 300) {
      received.push({
        bytes,
        body: parse(bytes),
        signature: Array.isArray(signature) ? signature[0] : signature,
        contentType: request.headers['content-type'],
      })
    }
    response.writeHead(status).end('{"ok":1}')
    for (const look of waiting) look()
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const { port: actual } = server.address() as AddressInfo

  function until(count: number, matches: (one: Received) => boolean = () => true) {
    return new Promise<Received[]>((resolve, reject) => {
      const look = () => {
        const found = received.filter(matches)
        if (found.length < count) return
        clearTimeout(limit)
        waiting.delete(look)
        resolve(found)
      }
      const limit = setTimeout(() => {
        waiting.delete(look)
        const seen = received.map(({ bytes }) => bytes.toString()).join('\n')
        reject(new Error(`Waited for ${count} webhooks, got:\n${seen}`))
      }, PATIENCE_MS)
      waiting.add(look)
      look()
    })
  }
  return {
    url: `http://127.0.0.1:${actual}/webhook`,
    received,
    answer: (next) => {
      status = next
    },
    until,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function parse(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString())
  } catch {
    return undefined
  }
}
