import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { connect, type Sql } from '@/lib/db/client'
import { seeded } from '@/lib/domain/fold/testing-storm'
import { paths } from '@/lib/paths'
import { signInAsAgent } from '../support/answered-inbox'
import type { RunningApp } from '../support/bench-inbox'
import { type Cluster, startBenchCluster } from '../support/database'
import { type Delivery, makeDeliveries } from '../support/deliveries'
import { testLife } from './life'
import { IS_LONG, TIMEOUT_MS } from './schedule'
import { deliverAtLeastOnce } from './sender'
import { openStage, type Stage } from './stage'
import { fetchScreen, type Screen, StreamClient } from './stream-client'
import { expectTruth } from './truth'

const SEED = 20_270
const CLIENTS = IS_LONG ? 200 : 60
/** Each way to break something, so many times. */
const ROUNDS = IS_LONG ? 10 : 1
/** Every client loses its line so often, on the mean, in ten seconds. */
const CUT_EVERY_MS = 50
const BITE = 16
const BITE_PAUSE_MS = 100
const QUIET_MS = IS_LONG ? 2_000 : 500
const CATCH_UP_MS = 60_000
/** Of these few conversations it wants the lines, as a browser that shows them; every other client wants all. */
const SHOWN = 3

const life = testLife()

/** Processes are ended and killed, and Postgres crashes, while every line is cut again and again. */
test(
  `${CLIENTS} clients of two processes, cut at random, while each process and Postgres go and come back: each ends with what the database has`,
  async () => {
    // One of its own: it crashes.
    const cluster = await startBenchCluster(life)
    const url = await cluster.createInbox('clients')
    const stage = { cluster, ...(await openStage(life, 'clients', 2, url)) }
    const sql = connect(stage.inbox.databaseUrl, { max: 2 })
    await life.onStop(() => sql.end())
    const begun = makeDeliveries(64, 'first')
    await deliverAtLeastOnce(stage.first.webhookUrl, begun)
    await untilFolded(sql)
    const clients = await openClients(stage, sql)
    await life.onStop(async () => {
      for (const client of clients) client.end()
    })
    await expect.poll(() => clients.every(({ opened }) => opened > 0), WAIT).toBe(true)

    const endCuts = cutAtRandom(clients)
    const load = startLoad(stage.apps, begun.length)
    for (let round = 0; round < ROUNDS; round += 1)
      for (const breakIt of BREAKS) {
        await sleep(QUIET_MS)
        await breakIt(stage)
      }
    await sleep(QUIET_MS)
    const deliveries = [...begun, ...(await load.end())]
    endCuts()
    await expectTruth(stage.inbox, deliveries)
    await expect.poll(() => differing(stage, clients), WAIT).toEqual([])
    expect(clients.filter(({ losses }) => losses === 0).length).toBe(0)
    // Nobody was so far behind that only fetching everything anew could help: what came was what was missed.
    expect(clients.filter(({ resets }) => resets > 0).length).toBe(0)
    expect(stage.apps.map(({ child }) => child.hasEnded())).toEqual([false, false])
    const sum = (of: (client: StreamClient) => number) =>
      clients.reduce((total, client) => total + of(client), 0)
    console.log(
      `${deliveries.length} deliveries; ${sum(({ losses }) => losses)} losses of a line, ${sum(({ opened }) => opened)} streams opened.`,
    )
  },
  TIMEOUT_MS,
)

const WAIT = { timeout: CATCH_UP_MS, interval: 500 }

type Breakable = Stage & { cluster: Cluster }

/** What breaks, in this order: a whole machine, a worker, a web, Postgres; in the long form another machine without a word. */
const BREAKS: ((stage: Breakable) => Promise<void>)[] = [
  ({ apps }) => restart(apps[0], 'told'),
  async ({ apps }) => apps[0]?.killPart('worker'),
  async ({ apps }) => apps[1]?.killPart('web'),
  crashPostgres,
  ...(IS_LONG ? [({ apps }: Breakable) => restart(apps[1], 'killed')] : []),
]

/** Its streams are said goodbye to, or not; who was there goes elsewhere and some come back. */
async function restart(app: RunningApp | undefined, how: 'told' | 'killed') {
  if (!app) return
  if (how === 'told') await app.child.stop()
  else await app.kill()
  await app.restart()
}

async function crashPostgres({ cluster, apps }: Breakable) {
  await cluster.crash()
  await cluster.restart()
  for (const app of apps) {
    const url = new URL(paths.api.ready, app.webhookUrl)
    await expect.poll(async () => (await fetch(url)).status, WAIT).toBe(200)
  }
}

async function openClients({ apps }: Stage, sql: Sql): Promise<StreamClient[]> {
  const origins = apps.map(({ webhookUrl }) => new URL(webhookUrl).origin)
  const cookie = await signInAsAgent(origins[0] ?? '')
  const [head] = await sql<{ feed: number }[]>`select feed from feed_head`
  const screen = await fetchScreen(origins[0] ?? '', cookie)
  const ids = [...screen.conversations.keys()]
  return Array.from({ length: CLIENTS }, (_, index) => {
    const random = seeded(SEED + index)
    const shown =
      index % 2 === 0
        ? undefined
        : new Set(Array.from({ length: SHOWN }, () => ids[Math.floor(random() * ids.length)] ?? ''))
    const client = new StreamClient({
      origins,
      cookie,
      random,
      screen,
      feed: head?.feed ?? 0,
      shown,
    })
    client.connect()
    return client
  })
}

/** Returns what ends it. */
function cutAtRandom(clients: StreamClient[]): () => void {
  const random = seeded(SEED)
  let next = 0
  const timer = setInterval(() => {
    // By turns, so that each is cut in the short form too; at moments that nothing else knows of.
    const client = clients[next++ % clients.length]
    setTimeout(() => client?.cut(), random() * 2 * CUT_EVERY_MS)
  }, CUT_EVERY_MS)
  return () => clearInterval(timer)
}

/** Delivers a little again and again, to each process, until it is ended; gives what was delivered. */
function startLoad(apps: RunningApp[], from: number) {
  // By their places, which are the order in which the lines were written.
  const sent: Delivery[][] = []
  let isOver = false
  let bites = 0
  // One that is away holds up what is for it alone.
  const run = async (app: RunningApp) => {
    while (!isOver) {
      const place = bites++
      const bite = makeDeliveries(BITE, `bite ${place}`, from + place * BITE)
      await deliverAtLeastOnce(app.webhookUrl, bite, () => {}, 4)
      sent[place] = bite
      await sleep(BITE_PAUSE_MS)
    }
  }
  const running = Promise.all(apps.map(run)).then(() => sent.flat())
  running.catch(() => {})
  return {
    end() {
      isOver = true
      return running
    },
  }
}

/** The clients whose screen isn't what the server says, by their places; the first with what differs. */
async function differing({ apps }: Stage, clients: StreamClient[]): Promise<string[]> {
  const origin = new URL(apps[0]?.webhookUrl ?? '').origin
  const truth = await fetchScreen(origin, await signInAsAgent(origin))
  return clients.flatMap((client, index) => {
    const mine = [
      ...different(client, truth, 'conversations'),
      ...different(client, truth, 'messages'),
    ]
    return mine.length === 0 ? [] : [`${index}: ${mine.length}, as ${mine[0]}`]
  })
}

function different({ screen, shown }: StreamClient, truth: Screen, of: keyof Screen): string[] {
  const ids = new Set([...truth[of].keys(), ...screen[of].keys()])
  return [...ids].filter((id) => {
    const message = truth.messages.get(id) ?? screen.messages.get(id)
    if (of === 'messages' && shown && message && !shown.has(message.conversationId)) return false
    return !isDeepStrictEqual(truth[of].get(id), screen[of].get(id))
  })
}

async function untilFolded(sql: Sql) {
  const count = async () => {
    const [row] = await sql<{ count: number }[]>`select count(*)::int as count from pending_events`
    return row?.count
  }
  await expect.poll(count, WAIT).toBe(0)
}

function sleep(ms: number) {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
