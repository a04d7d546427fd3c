import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { type HealthReport, readHealth } from './admin/workspace/read-health'
import type { Context } from './context'
import { readFeedHead } from './db/log/load-world'
import { isPresent } from './domain/workspace/process-figures'
import type { Settings } from './env'
import { nameOfPlace, type Place } from './roles/place'
import { onCall } from './stella/api/call-figures'

/** A process that tells its figures. */
export interface MeasuredProcess {
  settings: Settings
  place: Place
  ctx: Context
  /** Its row among the processes. */
  presence: { id: string }
  /** Where it serves browsers. */
  hub?: { size: number }
}

/** The process's own figures and the inbox's, in the text form of Prometheus: what the health page shows. */
export async function readMetrics(
  measured: MeasuredProcess,
): Promise<{ body: string; contentType: string }> {
  shared[KEY] ??= makeRegistry(measured)
  const registry = shared[KEY]
  return { body: await registry.metrics(), contentType: registry.contentType }
}

const KEY = Symbol.for('stella-inbox.metrics')
const shared = globalThis as { [KEY]?: Registry }

function makeRegistry(measured: MeasuredProcess): Registry {
  const registry = new Registry()
  const { ctx, place } = measured
  // Each process is asked by itself: without these its figures could not be told from another's.
  registry.setDefaultLabels({ role: place.role, process: nameOfPlace(place) })
  collectDefaultMetrics({ register: registry })
  gauge(registry, 'inbox_feed', 'Number of the last change', () => readFeedHead(ctx.sql))
  addHealthGauges(registry, measured)
  countCalls(registry)
  return registry
}

type Read = (report: HealthReport) => number | undefined

/** One reading serves all gauges of a scrape. */
function addHealthGauges(registry: Registry, { ctx, hub, settings, presence }: MeasuredProcess) {
  const report = remembered(() =>
    readHealth({ ctx, streams: hub?.size, dataDir: settings.DATA_DIR, ownId: presence.id }),
  )
  const add = (name: string, help: string, read: Read) =>
    gauge(registry, name, help, async () => read(await report()))
  add(
    'inbox_pending_events',
    'Events that wait to be folded',
    ({ figures }) => figures.pendingEvents,
  )
  add('inbox_streams', 'Browsers connected to this process', ({ figures }) => figures.streams)
  add('inbox_database_up', 'Whether Postgres answers', ({ figures }) => (figures.database ? 1 : 0))
  add('inbox_database_answer_ms', 'Time of a query', ({ figures }) => figures.database?.answerMs)
  add('inbox_database_bytes', 'Size of the database', ({ figures }) => figures.database?.sizeBytes)
  add('inbox_database_connections', 'Open', ({ figures }) => figures.database?.connections)
  add('inbox_database_connections_max', 'At most', (all) => all.figures.database?.connectionsMax)
  add(
    'inbox_rejected_signatures_today',
    'Deliveries turned away since midnight UTC',
    ({ figures }) => figures.rejected?.today,
  )
  add('inbox_quarantined_events', 'Events nobody could read', (all) => all.figures.quarantined)
  add('inbox_jobs_waiting', 'Jobs that are due', ({ figures }) => figures.jobs?.waiting)
  add('inbox_jobs_oldest_ms', 'Longest due', ({ figures }) => figures.jobs?.oldestMs)
  add('inbox_jobs_failing', 'Jobs tried again', ({ figures }) => figures.jobs?.failing)
  add('inbox_jobs_dead', 'Jobs given up', ({ figures }) => figures.jobs?.dead)
  add('inbox_media_waiting', 'Files to fetch', ({ figures }) => figures.jobs?.media)
  add('inbox_spool_deliveries', 'Not in the log yet', ({ figures }) => figures.spool?.deliveries)
  add('inbox_spool_bytes', 'Size of the local spool', ({ figures }) => figures.spool?.bytes)
  add('inbox_spool_oldest_ms', 'How long', ({ figures }) => figures.spool?.oldestMs)
  add('inbox_spool_put_aside', 'For a person to look at', (all) => all.figures.spool?.putAside)
  addSilence(registry, report)
  countProcesses(registry, report)
  add('inbox_disk_free_bytes', 'Room in DATA_DIR', ({ figures }) => figures.disk?.freeBytes)
  add('inbox_disk_total_bytes', 'Size of its disk', ({ figures }) => figures.disk?.totalBytes)
  tellVersion(registry, async () => (await report()).figures.version ?? 'unknown')
}

/** Always 1: the label says which version runs, so that a rollout shows beside every other figure. */
function tellVersion(registry: Registry, version: () => Promise<string>) {
  new Gauge({
    name: 'inbox_build_info',
    help: 'The version of this process',
    labelNames: ['version'],
    registers: [registry],
    async collect() {
      this.reset()
      this.set({ version: await version() }, 1)
    },
  })
}

/**
 * A figure a channel: 1 while it is quiet for longer than its own rhythm, else 0. By name and never by id: that is the
 * channel's secret address. Of channels of one name it tells the worst.
 */
function addSilence(registry: Registry, report: () => Promise<HealthReport>) {
  new Gauge({
    name: 'inbox_channel_silent',
    help: 'Whether a channel hears less from Stella than it usually does',
    labelNames: ['name'],
    registers: [registry],
    async collect() {
      const { figures } = await report()
      this.reset()
      const silent = new Map<string, number>()
      for (const { name, silence } of figures.channels ?? [])
        silent.set(name, Math.max(silent.get(name) ?? 0, silence.state === 'silent' ? 1 : 0))
      for (const [name, value] of silent) this.set({ name }, value)
    },
  })
}

/** How many processes of each kind work on the database now: a kind that is missing has none. */
function countProcesses(registry: Registry, report: () => Promise<HealthReport>) {
  new Gauge({
    name: 'inbox_processes',
    help: 'Processes that were heard in the last seconds',
    labelNames: ['kind'],
    registers: [registry],
    async collect() {
      const { processes } = (await report()).figures
      this.reset()
      if (!processes) return
      for (const kind of ['web', 'worker', 'all'] as const) {
        const present = processes.filter((each) => each.role === kind && isPresent(each))
        this.set({ kind }, present.length)
      }
    },
  })
}

function countCalls(registry: Registry) {
  const labelNames = ['api', 'outcome']
  const registers = [registry]
  const calls = new Counter({
    name: 'inbox_stella_calls_total',
    help: 'Calls to Stella by how they ended',
    labelNames,
    registers,
  })
  const seconds = new Histogram({
    name: 'inbox_stella_call_seconds',
    help: 'How long Stella took',
    labelNames: ['api'],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20],
    registers,
  })
  onCall(({ api, kind, ms }) => {
    calls.inc({ api, outcome: kind })
    seconds.observe({ api }, ms / 1000)
  })
}

function gauge(
  registry: Registry,
  name: string,
  help: string,
  read: () => Promise<number | undefined>,
) {
  new Gauge({
    name,
    help,
    registers: [registry],
    async collect() {
      const value = await read().catch(() => undefined)
      // What could not be measured is left out: an old value would be a lie.
      if (value === undefined) this.reset()
      else this.set(value)
    },
  })
}

const REMEMBERED_MS = 1_000

function remembered<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let last: { at: number; value: Promise<Value> } | undefined
  return () => {
    if (!last || Date.now() - last.at > REMEMBERED_MS) last = { at: Date.now(), value: read() }
    return last.value
  }
}
