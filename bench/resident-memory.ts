import { spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { ensureBuild, TEST_DIST_DIR } from '@/bin/process/build'
import { findPort } from '@/bin/process/ports'
import { paths } from '@/lib/paths'
import { openAnsweredInbox, signInAsAgent } from './support/answered-inbox'
import { APP_SECRET, type Stops } from './support/bench-inbox'
import { startBenchCluster } from './support/database'
import { makeDeliveries } from './support/deliveries'
import { type Figure, median, report } from './support/figures'
import { Poster, pace } from './support/poster'
import { processTree, type SeenProcess } from './support/process-tree'
import { startReaders } from './support/readers'

const READY_TRIES = 600
const SAMPLE_MS = 1_000
/** Events a second while the streams are open: what a busy day brings in its busiest minutes. */
const RATE = 20
/** Which part of the inbox a process is, by its command line; the first that fits. */
const PARTS: [string, RegExp][] = [
  ['npm', /^npm |\/npm/],
  ['web', /\/web\.mjs|serve\.ts|next-server/],
  ['worker', /\/worker\.mjs/],
  ['launcher', /bin\/start\.(?:mjs|ts)/],
]
const NAMES = [...PARTS.map(([name]) => name), 'other']

/** S13: resident memory of everything that `npm start` runs, idle and with the streams of 200 agents. */
export async function benchMemory(life: Stops, { short = false } = {}): Promise<Figure[]> {
  const { rounds, settleMs, streams } = short
    ? { rounds: 2, settleMs: 1_000, streams: 20 }
    : { rounds: 15, settleMs: 45_000, streams: 200 }
  await ensureBuild(life, TEST_DIST_DIR, (line) => console.log(line))
  const cluster = await startBenchCluster(life)
  const inbox = await openAnsweredInbox(life, await cluster.createInbox('memory'))
  const { pid, url } = await startByNpm(life, inbox.databaseUrl)
  const sample = async (when: string) => {
    await pause(settleMs)
    return toFigures(when, await sampleTree(pid, rounds))
  }
  const idle = await sample('idle')
  const cookie = await signInAsAgent(url)
  await startReaders(life, { streams, STREAM_URL: url + paths.api.stream, COOKIE: cookie })
  const poster = new Poster(url + paths.api.webhook(inbox.channelId))
  const deliveries = makeDeliveries(RATE * Math.ceil((settleMs + rounds * SAMPLE_MS) / 1000), 'day')
  const pacing = pace(poster, deliveries, RATE)
  pacing.catch(() => {})
  const loaded = await sample(`${streams} streams`)
  await pacing
  await poster.close()
  const figures = [...idle, ...loaded]
  await report('memory', figures)
  return figures
}

/** As an operator does, so that npm itself is counted. Gives its process and the address. */
async function startByNpm(life: Stops, databaseUrl: string) {
  const port = await findPort()
  const child = spawn('npm', ['start'], {
    detached: true,
    stdio: 'ignore',
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      APP_SECRET,
      PORT: String(port),
      HOST: '127.0.0.1',
      NEXT_DIST_DIR: TEST_DIST_DIR,
      DATA_DIR: '.data/bench/memory',
      LOG_LEVEL: 'silent',
      ALLOW_PRIVATE_MEDIA_HOSTS: '1',
    },
  })
  const { pid } = child
  if (pid === undefined) throw new Error('npm could not be started.')
  const gone = new Promise((resolve) => child.once('exit', resolve))
  await life.onStop(async () => {
    for (const each of processTree(pid).reverse()) process.kill(each.pid, 'SIGTERM')
    await gone
  })
  const url = `http://127.0.0.1:${port}`
  for (let tries = 0; tries < READY_TRIES; tries += 1) {
    const answer = await fetch(url + paths.api.ready).catch(() => undefined)
    if (answer?.ok) return { pid, url }
    await pause(100)
  }
  throw new Error('The inbox did not start.')
}

async function sampleTree(root: number, rounds: number): Promise<SeenProcess[][]> {
  const samples: SeenProcess[][] = []
  for (let round = 0; round < rounds; round += 1) {
    samples.push(processTree(root))
    await pause(SAMPLE_MS)
  }
  return samples
}

function toFigures(when: string, samples: SeenProcess[][]): Figure[] {
  const figures = NAMES.map((part) => ({
    name: `S13 ${part}, ${when}`,
    unit: 'MB',
    values: samples.map((sample) => sum(sample.filter((each) => partOf(each) === part))),
  }))
  const all = { name: `S13 in all, ${when}`, unit: 'MB', values: samples.map(sum) }
  const own = samples.map((sample) => sum(sample.filter((each) => partOf(each) !== 'npm')))
  const withoutNpm = { name: `S13 in all without npm, ${when}`, unit: 'MB', values: own }
  return [...figures.filter(({ values }) => median(values) > 0), withoutNpm, all]
}

function partOf({ command }: SeenProcess): string {
  return PARTS.find(([, shape]) => shape.test(command))?.[0] ?? 'other'
}

function sum(processes: SeenProcess[]): number {
  return processes.reduce((total, { mb }) => total + mb, 0)
}
