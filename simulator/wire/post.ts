import http from 'node:http'
import https from 'node:https'

interface PostAnswer {
  status: number
  body: string
}

export interface Poster {
  /** POSTs the exact bytes; rejects when no answer came within POST_TIMEOUT_MS. */
  post(url: string, bytes: Buffer, headers: Record<string, string>): Promise<PostAnswer>
  /** Ends every request under way. */
  close(): void
}

const POST_TIMEOUT_MS = 10_000
const CONNECTIONS_MAX = 64

/** Kept-alive connections of its own, so that closing one simulator leaves nothing behind. */
export function createPoster(): Poster {
  const options = { keepAlive: true, maxSockets: CONNECTIONS_MAX }
  const agents = { 'http:': new http.Agent(options), 'https:': new https.Agent(options) }
  const closing = new AbortController()

  const post: Poster['post'] = (url, bytes, headers) =>
    new Promise((resolve, reject) => {
      const isSecure = new URL(url).protocol === 'https:'
      const send = isSecure ? https.request : http.request
      const request = send(url, {
        method: 'POST',
        agent: agents[isSecure ? 'https:' : 'http:'],
        signal: closing.signal,
        timeout: POST_TIMEOUT_MS,
        headers: { ...headers, 'Content-Length': bytes.length },
      })
      request.on('timeout', () =>
        request.destroy(new Error('The receiver did not answer in time.')),
      )
      request.on('error', reject)
      request.on('response', (response) => {
        collect(response).then(
          (body) => resolve({ status: response.statusCode ?? 0, body }),
          reject,
        )
      })
      request.end(bytes)
    })

  const close = () => {
    closing.abort()
    for (const agent of Object.values(agents)) agent.destroy()
  }
  return { post, close }
}

async function collect(response: http.IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of response) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}
