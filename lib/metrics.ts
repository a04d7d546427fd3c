import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import { countPendingEvents } from './db/events'
import { readFeedHead } from './db/world'
import { getRuntime } from './runtime'

/** The process's own figures and the inbox's, in the text form of Prometheus. */
export async function readMetrics(): Promise<{ body: string; contentType: string }> {
  shared[KEY] ??= makeRegistry()
  const registry = shared[KEY]
  return { body: await registry.metrics(), contentType: registry.contentType }
}

const KEY = Symbol.for('stella-inbox.metrics')
const shared = globalThis as { [KEY]?: Registry }

function makeRegistry(): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  gauge(registry, 'inbox_feed', 'Number of the last change', () =>
    readFeedHead(getRuntime().ctx.sql),
  )
  gauge(registry, 'inbox_pending_events', 'Events that wait to be folded', () =>
    countPendingEvents(getRuntime().ctx.sql),
  )
  gauge(
    registry,
    'inbox_streams',
    'Browsers connected to this process',
    async () => getRuntime().hub.size,
  )
  return registry
}

function gauge(registry: Registry, name: string, help: string, read: () => Promise<number>) {
  new Gauge({
    name,
    help,
    registers: [registry],
    async collect() {
      this.set(await read())
    },
  })
}
