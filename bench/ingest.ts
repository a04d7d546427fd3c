import { ensureBuild, TEST_DIST_DIR } from '@/bin/process/build'
import { connect, type Sql } from '@/lib/db/client'
import { openInbox, type Stops, startApp } from './support/bench-inbox'
import { startBenchCluster } from './support/database'
import { makeDeliveries } from './support/deliveries'
import { type Figure, median, quantile, ratio, report } from './support/figures'
import { startFloorA, startFloorB } from './support/floors'
import { untilFolded } from './support/folded'
import { flood, Poster, pace, perSecond } from './support/poster'
import { measureVisible } from './visible-delay'

interface Size {
  rounds: number
  /** Deliveries of one round. */
  deliveries: number
  /** Of a paced round. */
  pacedSeconds: number
  visibleRate: number
  visibleSeconds: number
}

const FULL: Size = {
  rounds: 5,
  deliveries: 2_000,
  pacedSeconds: 5,
  visibleRate: 500,
  visibleSeconds: 60,
}
const SHORT: Size = {
  rounds: 1,
  deliveries: 200,
  pacedSeconds: 1,
  visibleRate: 50,
  visibleSeconds: 1,
}

interface Runner {
  name: string
  poster: Poster
  /** Of an inbox: what tells whether all has been folded. */
  sql?: Sql
}

/** S1, S2 and S3 of ingest, each beside its floors in the same run, taking turns. */
export async function benchIngest(life: Stops, { short = false } = {}): Promise<Figure[]> {
  const size = short ? SHORT : FULL
  await ensureBuild(life, TEST_DIST_DIR, (line) => console.log(line))
  const runners = await startRunners(life)
  const [a, b, route, fast] = runners
  if (!a || !b || !route?.sql || !fast?.sql) throw new Error('A runner is missing.')
  for (const runner of runners) await flood(runner.poster, makeDeliveries(200, 'warm'))

  const rates = await measureRates(runners, size)
  const of = (name: string) => rates.get(name) ?? []
  const rate = Math.floor(median(of(a.name)) / 2)
  const acknowledged = await measureAcknowledged([a, route, fast], size, rate)
  const visible = await measureVisible(fast.poster, fast.sql, {
    rate: size.visibleRate,
    seconds: size.visibleSeconds,
  })
  const p99 = (name: string) => acknowledged.get(name) ?? []
  const figures: Figure[] = [
    ...[...rates].map(([name, values]) => ({ name: `S1 ${name}`, unit: 'events/s', values })),
    ratio('S1 route / A (reach ≥ 1.0)', of(route.name), of(a.name)),
    ratio('S1 fast path / A', of(fast.name), of(a.name)),
    ratio('S1 fast path / B (reach ≥ 0.8)', of(fast.name), of(b.name)),
    ...[...acknowledged].map(([name, values]) => ({
      name: `S2 ${name} p99 at ${rate}/s`,
      unit: 'ms',
      values,
    })),
    ratio('S2 route / A (reach ≤ 1.5)', p99(route.name), p99(a.name)),
    ratio('S2 fast path / A (reach ≤ 1.5)', p99(fast.name), p99(a.name)),
    { name: `S3 200 → visible p99 at ${size.visibleRate}/s`, unit: 'ms', values: [visible.p99] },
    { name: 'S3 200 → visible p50', unit: 'ms', values: [visible.p50] },
    { name: 'S3 events waiting at the end', unit: 'events', values: [visible.waiting] },
  ]
  await report(short ? 'ingest-short' : 'ingest', figures)
  return figures
}

async function startRunners(life: Stops): Promise<Runner[]> {
  const cluster = await startBenchCluster(life)
  const byRoute = await openInbox(await cluster.createInbox('by_route'))
  const byFastPath = await openInbox(await cluster.createInbox('by_fast_path'))
  const route = await startApp(life, byRoute, { distDir: TEST_DIST_DIR, byRoute: true })
  const fast = await startApp(life, byFastPath, { distDir: TEST_DIST_DIR })
  const runner = async (name: string, url: string, databaseUrl?: string): Promise<Runner> => {
    const poster = new Poster(url)
    await life.onStop(() => poster.close())
    const sql = databaseUrl ? connect(databaseUrl, { max: 2 }) : undefined
    if (sql) await life.onStop(() => sql.end())
    return { name, poster, sql }
  }
  return [
    await runner('A bare Next', await startFloorA(life, cluster)),
    await runner('B bare node:http', await startFloorB(life, cluster)),
    await runner('ours by the route', route.webhookUrl, byRoute.databaseUrl),
    await runner('ours by the fast path', fast.webhookUrl, byFastPath.databaseUrl),
  ]
}

/** Events a second of each runner, a value a round. Ours count only once all is folded and on the feed. */
async function measureRates(runners: Runner[], { rounds, deliveries }: Size) {
  const rates = new Map<string, number[]>()
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, poster, sql } of runners) {
      const bodies = makeDeliveries(deliveries, `${name} ${round}`)
      const startedAt = performance.now()
      const answered = await flood(poster, bodies)
      if (sql) {
        add(rates, `${name}, answered only`, answered)
        await untilFolded(sql)
      }
      add(rates, name, perSecond(deliveries, startedAt))
    }
  }
  return rates
}

async function measureAcknowledged(runners: Runner[], size: Size, rate: number) {
  const p99s = new Map<string, number[]>()
  for (let round = 0; round < size.rounds; round += 1) {
    for (const { name, poster, sql } of runners) {
      const bodies = makeDeliveries(rate * size.pacedSeconds, `paced ${name} ${round}`)
      add(p99s, name, quantile(await pace(poster, bodies, rate), 0.99))
      if (sql) await untilFolded(sql)
    }
  }
  return p99s
}

function add(values: Map<string, number[]>, name: string, value: number) {
  values.set(name, [...(values.get(name) ?? []), value])
}
