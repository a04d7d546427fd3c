import { setTimeout as pause } from 'node:timers/promises'
import { type Browser, chromium } from '@playwright/test'
import { CHROMIUM_ARGS, fetchChromium } from '@/bin/test/chromium'
import { connect, type Sql } from '@/lib/db/client'
import type { Stops } from './support/bench-inbox'
import { openBenchStage } from './support/bench-stage'
import { type Visit, visit, type Work } from './support/browser-visit'
import { makeDeliveries } from './support/deliveries'
import { type Figure, quantile, ratio, report } from './support/figures'
import { untilFolded } from './support/folded'
import { flood, type Poster, pace } from './support/poster'

interface Size {
  rounds: number
  seconds: number
  /** How many times slower than it is the browser's processor is made. */
  slowness: number[]
}

const FULL: Size = { rounds: 3, seconds: 8, slowness: [1, 4] }
const SHORT: Size = { rounds: 1, seconds: 2, slowness: [1] }

const RATE = 50
const SEEDED = 640

interface Round {
  idle: Work
  busy: Work
  /** ms from when a delivery was due until its words stand in the list; at the usual speed of the processor alone. */
  delays: number[]
}

/**
 * S12 and the last step of S4: how long a press or a click waits for the next picture (INP) while 50 messages a second
 * arrive, beside the same minute of work without them, and when the words of a delivery stand in the list.
 */
export async function benchBrowser(life: Stops, { short = false } = {}): Promise<Figure[]> {
  const size = short ? SHORT : FULL
  const stage = await open(life)
  const figures: Figure[] = []
  for (const slowness of size.slowness) {
    const seen = await visit(stage.browser, stage.appUrl, stage.cookie, slowness)
    await seen.work(2)
    const rounds: Round[] = []
    for (let round = 0; round < size.rounds; round += 1)
      rounds.push(await measure(stage, seen, size, `b${slowness}r${round}`))
    figures.push(...toFigures(rounds, slowness))
    await seen.close()
  }
  await report(short ? 'browser-short' : 'browser', figures)
  return figures
}

function toFigures(rounds: Round[], slowness: number): Figure[] {
  const at = slowness === 1 ? '' : `, ${slowness} × slower`
  const reach = slowness === 1 ? 50 : 200
  const busy = (part: keyof Work) => rounds.map((round) => round.busy[part])
  const idle = rounds.map((round) => round.idle.inp)
  const figures = [
    { name: `S12 INP idle${at}`, unit: 'ms', values: idle },
    { name: `S12 INP at ${RATE}/s${at} (reach ≤ ${reach})`, unit: 'ms', values: busy('inp') },
    ratio(`S12 … / idle${at}`, busy('inp'), idle),
    { name: `S12 main thread busy${at}`, unit: '%', values: busy('busyPercent') },
    { name: `S12 longest task${at}`, unit: 'ms', values: busy('longestTask') },
  ]
  const of = (part: number) => rounds.map(({ delays }) => quantile(delays, part))
  return [
    ...figures,
    { name: `S4 webhook → DOM p50${at}`, unit: 'ms', values: of(0.5) },
    { name: `S4 webhook → DOM p99${at} (reach ≤ 100)`, unit: 'ms', values: of(0.99) },
  ]
}

interface Stage {
  browser: Browser
  appUrl: string
  cookie: { name: string; value: string }
  poster: Poster
  sql: Sql
  /** Seconds of the platform's clock that deliveries have used. */
  clock: number
}

async function open(life: Stops): Promise<Stage> {
  const { inbox, app, cookie, poster } = await openBenchStage(life, 'browser')
  const sql = connect(inbox.databaseUrl, { max: 1 })
  await life.onStop(() => sql.end())
  await flood(poster, makeDeliveries(SEEDED, 'bench-seed'))
  await untilFolded(sql)
  const executablePath = fetchChromium((line) => console.log(line))
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS })
  await life.onStop(() => browser.close())
  return { browser, appUrl: new URL(app.webhookUrl).origin, cookie, poster, sql, clock: SEEDED }
}

async function measure(stage: Stage, seen: Visit, size: Size, label: string): Promise<Round> {
  const idle = await seen.work(size.seconds)
  const deliveries = makeDeliveries(RATE * size.seconds, `bench-${label}`, stage.clock)
  stage.clock += deliveries.length
  await seen.takeSights()
  const startedAt = performance.timeOrigin + performance.now()
  const [busy] = await Promise.all([seen.work(size.seconds), pace(stage.poster, deliveries, RATE)])
  await untilFolded(stage.sql)
  await pause(1_000)
  const sights = new Map(await seen.takeSights())
  // The words of a line that a later one of the same member overtook never show: that one's moment counts for it.
  const shownOf = new Map<string, number>()
  const delays: number[] = []
  for (const [index, { text, member }] of [...deliveries.entries()].reverse()) {
    const at = Math.min(sights.get(text) ?? Infinity, shownOf.get(member) ?? Infinity)
    shownOf.set(member, at)
    delays.push(at - (startedAt + (index / RATE) * 1_000))
  }
  return { idle, busy, delays }
}
