import http, { type IncomingMessage } from 'node:http'
import { nameClient } from '@/lib/http/guard/client-address'
import { assertMayScrape } from '@/lib/http/guard/may-scrape'
import type { MeasuredProcess } from '@/lib/metrics'
import { paths } from '@/lib/paths'
import type { Place } from './place'
import type { Presence } from './presence'

interface OwnProcess extends MeasuredProcess {
  presence: Presence
}

interface Answer {
  status: number
  body: string
  contentType?: string
}

const METRICS = '/metrics'
/** The database has not heard of a process for so long: it does no work either. */
const UNHEARD_MS_MAX = 15_000

/**
 * What probes and Prometheus ask one process, whichever it is: several webs share a port, and a worker has none
 * (docs/operations.md "What to watch"). Nothing is opened without METRICS_PORT.
 */
export async function openOwnPort(own: OwnProcess): Promise<{ stop(): Promise<void> }> {
  const { METRICS_PORT, HOST } = own.settings
  if (METRICS_PORT === undefined) return { stop: async () => {} }
  const server = http.createServer((request, response) => {
    void answerProbe(own, request).then(({ status, body, contentType = 'application/json' }) => {
      response.writeHead(status, { 'Content-Type': contentType, 'Cache-Control': 'no-store' })
      response.end(body)
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    // A port of this process alone, not one that a cluster shares.
    server.listen({ port: portOf(METRICS_PORT, own.place), host: HOST, exclusive: true }, resolve)
  })
  return {
    async stop() {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** The worker's is the first, those of the webs follow. */
function portOf(first: number, { role, place }: Place): number {
  return role === 'web' ? first + place : first
}

async function answerProbe(own: OwnProcess, request: IncomingMessage): Promise<Answer> {
  try {
    const { pathname } = new URL(request.url ?? '/', 'http://own')
    if (pathname === paths.api.health) return { status: 200, body: '{"ok":true}' }
    if (pathname === paths.api.ready) return answerReady(own)
    if (pathname !== METRICS) return { status: 404, body: '{}' }
    nameClient(request, 0)
    assertMayScrape(toHeaders(request), own.settings.METRICS_TOKEN)
    // Loaded here: a process whose figures nobody reads needs none of it.
    const { readMetrics } = await import('@/lib/metrics')
    return { status: 200, ...(await readMetrics(own)) }
  } catch (error) {
    const status = error instanceof Error && 'status' in error ? Number(error.status) : 500
    return { status, body: '{}' }
  }
}

function answerReady({ presence }: OwnProcess): Answer {
  const ready = presence.silentMs <= UNHEARD_MS_MAX
  return { status: ready ? 200 : 503, body: JSON.stringify({ ready, database: ready }) }
}

function toHeaders({ headers }: IncomingMessage): Headers {
  return new Headers(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)] as [string, string]],
    ),
  )
}
