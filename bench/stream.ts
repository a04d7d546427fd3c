import { setTimeout as pause } from 'node:timers/promises'
import { connect, type Sql } from '@/lib/db/client'
import { paths } from '@/lib/paths'
import type { RunningApp, Stops } from './support/bench-inbox'
import { openBenchStage } from './support/bench-stage'
import { makeDeliveries } from './support/deliveries'
import { type Figure, quantile, ratio, report } from './support/figures'
import { untilFolded } from './support/folded'
import { machineNow } from './support/machine-clock'
import { processorMs, residentMb } from './support/memory'
import { type Poster, pace } from './support/poster'
import { type Readers, type Sights, startReaders } from './support/readers'

interface Size {
  rounds: number
  streams: number
  seconds: number
}

const FULL: Size = { rounds: 5, streams: 100, seconds: 5 }
const SHORT: Size = { rounds: 1, streams: 5, seconds: 1 }

const RATE = 50
const FLOOR_CHANNEL = 'bench_floor'
const SETTLE_MS = 500
const SIGHT_TIMEOUT_MS = 30_000

/**
 * S4: the ms from when a delivery was due to be posted until a browser's stream has it, of every delivery and every
 * stream, beside a bare NOTIFY from one process to another at the same rate, taking turns.
 */
export async function benchStream(life: Stops, { short = false } = {}): Promise<Figure[]> {
  const size = short ? SHORT : FULL
  const stage = await open(life, size.streams)
  await measureOurs(stage, { ...size, seconds: 1 }, 'warm')
  const floors: Delays[] = []
  const ours: (Delays & Load)[] = []
  for (let round = 0; round < size.rounds; round += 1) {
    floors.push(await measureFloor(stage, size, `f${round}`))
    ours.push(await measureOurs(stage, size, `s${round}`))
  }
  const of = (all: Delays[], part: 'p50' | 'p99') => all.map((each) => each[part])
  const figures: Figure[] = [
    { name: 'S4 bare NOTIFY p50', unit: 'ms', values: of(floors, 'p50') },
    { name: 'S4 bare NOTIFY p99', unit: 'ms', values: of(floors, 'p99') },
    { name: `S4 webhook → ${size.streams} streams p50`, unit: 'ms', values: of(ours, 'p50') },
    { name: 'S4 … p99 (reach ≤ 25)', unit: 'ms', values: of(ours, 'p99') },
    ratio('S4 … p50 / NOTIFY', of(ours, 'p50'), of(floors, 'p50')),
    ratio('S4 … p99 / NOTIFY (reach ≤ 4)', of(ours, 'p99'), of(floors, 'p99')),
    { name: 'S4 bytes a stream and event', unit: 'bytes', values: ours.map(({ bytes }) => bytes) },
    { name: 'S4 processor of the app', unit: 'ms an event', values: ours.map(({ busy }) => busy) },
    { name: 'S4 resident', unit: 'MB', values: [sumOf(stage.app, residentMb)] },
  ]
  await report(short ? 'stream-short' : 'stream', figures)
  return figures
}

interface Stage {
  app: RunningApp
  poster: Poster
  sql: Sql
  readers: Readers
}

interface Delays {
  p50: number
  p99: number
}

interface Load {
  /** That one stream was sent for one event. */
  bytes: number
  /** Processor time of the app for one event, in ms. */
  busy: number
}

async function open(life: Stops, streams: number): Promise<Stage> {
  const { inbox, app, cookie, poster } = await openBenchStage(life, 'stream')
  const sql = connect(inbox.databaseUrl, { max: 2 })
  await life.onStop(() => sql.end())
  const readers = await startReaders(life, {
    streams,
    STREAM_URL: new URL(paths.api.stream, app.webhookUrl).href,
    COOKIE: `${cookie.name}=${cookie.value}`,
    DATABASE_URL: inbox.databaseUrl,
    FLOOR_CHANNEL,
  })
  return { app, poster, sql, readers }
}

/** A new label for each call: a text that was sent before is no news. */
async function measureOurs(
  { poster, sql, readers, app }: Stage,
  { seconds, streams }: Size,
  label: string,
): Promise<Delays & Load> {
  const deliveries = makeDeliveries(RATE * seconds, `bench-${label}`)
  await readers.take()
  const busyBefore = sumOf(app, processorMs)
  const startedAt = machineNow()
  await pace(poster, deliveries, RATE)
  await untilFolded(sql)
  const due = deliveries.map(({ text }, i) => [text, startedAt + (i / RATE) * 1_000] as const)
  const { delays, bytes } = await takeAll(readers, new Map(due), deliveries.length * streams)
  const busy = (sumOf(app, processorMs) - busyBefore) / deliveries.length
  return { ...quantiles(delays), bytes: bytes / delays.length, busy }
}

/** Of the two processes that work; the launcher only waits. */
function sumOf(app: RunningApp, measure: (pid: number | undefined) => number): number {
  return measure(app.pidOf('web')) + measure(app.pidOf('worker'))
}

/** Throws when some stream never had some delivery. */
async function takeAll(readers: Readers, due: Map<string, number>, count: number) {
  const delays: number[] = []
  let bytes = 0
  for (const end = machineNow() + SIGHT_TIMEOUT_MS; delays.length < count; ) {
    if (machineNow() > end) throw new Error(`${delays.length} of ${count} sights came.`)
    await pause(SETTLE_MS)
    const sights = await readers.take()
    delays.push(...delaysOf(sights, due))
    bytes += sights.bytes
  }
  return { delays, bytes }
}

async function measureFloor({ sql, readers }: Stage, { seconds }: Size, label: string) {
  await readers.take()
  const due = new Map<string, number>()
  const startedAt = machineNow()
  for (let index = 0; index < RATE * seconds; index += 1) {
    const at = startedAt + (index / RATE) * 1_000
    await pause(Math.max(0, at - machineNow()))
    due.set(`${label} ${index}`, machineNow())
    await sql`select pg_notify(${FLOOR_CHANNEL}, ${`${label} ${index}`})`
  }
  await pause(SETTLE_MS)
  return quantiles(delaysOf(await readers.take(), due))
}

function delaysOf({ seen }: Sights, due: Map<string, number>): number[] {
  return seen.flatMap(([mark, times]) => {
    const from = due.get(mark)
    return from === undefined ? [] : times.map((at) => at - from)
  })
}

function quantiles(delays: number[]): Delays {
  return { p50: quantile(delays, 0.5), p99: quantile(delays, 0.99) }
}
