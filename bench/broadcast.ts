import { setTimeout as pause } from 'node:timers/promises'
import { paths } from '@/lib/paths'
import type { Stops } from './support/bench-inbox'
import { openBenchStage } from './support/bench-stage'
import { startBenchCluster } from './support/database'
import { makeDeliveries } from './support/deliveries'
import { type Figure, ratio, report } from './support/figures'
import { startFloorNext } from './support/floors'
import { machineNow } from './support/machine-clock'
import { residentMb } from './support/memory'
import { type Readers, startReaders } from './support/readers'

interface Size {
  rounds: number
  streams: number
  /** How often all streams are closed and as many opened. */
  reconnects: number
}

const FULL: Size = { rounds: 10, streams: 1_000, reconnects: 9 }
const SHORT: Size = { rounds: 1, streams: 20, reconnects: 1 }

const SETTLE_MS = 1_000
const WAIT_MS = 10_000

/** Something with streams: what opens them, and what sends one text to all. */
interface Broadcaster {
  name: string
  pid: number | undefined
  open(streams: number): Promise<Readers>
  send(text: string): Promise<unknown>
}

interface Seen {
  /** ms until the last stream had each text. */
  last: number[]
  /** MB that the streams took. */
  memory: number
  /** Of the memory with all streams, how much larger it is after they were opened anew again and again. % */
  growth: number
}

/**
 * S5 and S6: one event to a thousand streams, until the last has it, and what they take of memory, beside a bare Next route
 * that broadcasts.
 */
export async function benchBroadcast(
  life: Stops,
  { short = false, withFloor = true } = {},
): Promise<Figure[]> {
  const size = short ? SHORT : FULL
  const ours = await measure(await openOurs(life), size)
  const floor = withFloor ? await measure(await openFloor(life), size) : undefined
  const figures: Figure[] = [
    { name: `S5 webhook → last of ${size.streams} streams`, unit: 'ms', values: ours.last },
    { name: 'S6 memory of the streams', unit: 'MB', values: [ours.memory] },
    { name: 'S6 growth by opening anew (reach < 5)', unit: '%', values: [ours.growth] },
    ...(floor ? besideFloor(ours, floor) : []),
  ]
  await report(short ? 'broadcast-short' : 'broadcast', figures)
  return figures
}

function besideFloor(ours: Seen, floor: Seen): Figure[] {
  return [
    { name: 'S5 bare Next → last stream', unit: 'ms', values: floor.last },
    ratio('S5 … / bare Next (reach ≤ 1.3)', ours.last, floor.last),
    { name: 'S6 memory of bare Next', unit: 'MB', values: [floor.memory] },
    ratio('S6 … / bare Next (reach ≤ 1.2)', [ours.memory], [floor.memory]),
  ]
}

async function openOurs(life: Stops): Promise<Broadcaster> {
  const { app, cookie, poster } = await openBenchStage(life, 'broadcast')
  const STREAM_URL = new URL(`${paths.api.stream}?shown=`, app.webhookUrl).href
  const COOKIE = `${cookie.name}=${cookie.value}`
  return {
    name: 'ours',
    // It holds the streams.
    pid: app.pidOf('web'),
    open: (streams) => startReaders(life, { streams, STREAM_URL, COOKIE }),
    async send(text) {
      for (const delivery of makeDeliveries(1, text)) await poster.post(delivery)
    },
  }
}

async function openFloor(life: Stops): Promise<Broadcaster> {
  const { url, child } = await startFloorNext(life, await startBenchCluster(life))
  const STREAM_URL = new URL('/broadcast', url).href
  return {
    name: 'bare Next',
    pid: child.pid,
    open: (streams) => startReaders(life, { streams, STREAM_URL }),
    send: (text) => fetch(STREAM_URL, { method: 'POST', body: `${text} 0` }),
  }
}

async function measure(from: Broadcaster, { rounds, streams, reconnects }: Size): Promise<Seen> {
  await (await from.open(1)).stop()
  const before = residentMb(from.pid)
  let readers = await from.open(streams)
  await pause(SETTLE_MS)
  const all = residentMb(from.pid)
  const last: number[] = []
  for (let round = 0; round < rounds; round += 1)
    last.push(await lastSight(from, readers, `bench-b${round}`, streams))
  for (let turn = 0; turn < reconnects; turn += 1) {
    await readers.stop()
    readers = await from.open(streams)
  }
  await pause(SETTLE_MS)
  const after = residentMb(from.pid)
  await readers.stop()
  return { last, memory: all - before, growth: (after / all - 1) * 100 }
}

/** Throws when some stream never had it. */
async function lastSight(from: Broadcaster, readers: Readers, text: string, streams: number) {
  await readers.take()
  const startedAt = machineNow()
  await from.send(text)
  const times: number[] = []
  for (const end = Date.now() + WAIT_MS; times.length < streams; await pause(50)) {
    for (const [, seen] of (await readers.take()).seen) times.push(...seen)
    if (Date.now() > end) throw new Error(`${times.length} of ${streams} streams had it.`)
  }
  return Math.max(...times) - startedAt
}
