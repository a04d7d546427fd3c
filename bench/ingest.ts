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

/** Floor A is a build of its own: it may be left out where no more is looked at than whether the bench still runs. */
interface Runners {
  a?: Runner
  b: Runner
  route: Runner
  fast: Runner & { sql: Sql }
}

/** S1, S2 and S3 of ingest, each beside its floors in the same run, taking turns. */
export async function benchIngest(
  life: Stops,
  { short = false, withA = true } = {},
): Promise<Figure[]> {
  const size = short ? SHORT : FULL
  await ensureBuild(life, TEST_DIST_DIR, (line) => console.log(line))
  const { a, b, route, fast } = await startRunners(life, withA)
  const floorA = a ? [a] : []
  const runners = [...floorA, b, route, fast]
  for (const runner of runners) await flood(runner.poster, makeDeliveries(200, 'warm'))

  const rates = await measureRates(runners, size)
  const of = (name: string) => rates.get(name) ?? []
  const rate = Math.floor(median(of((a ?? b).name)) / 2)
  const acknowledged = await measureAcknowledged([...floorA, route, fast], size, rate)
  const { p99, p50, waiting } = await measureVisible(fast.poster, fast.sql, {
    rate: size.visibleRate,
    seconds: size.visibleSeconds,
  })
  const figures: Figure[] = [
    ...[...rates].map(([name, values]) => ({ name: `S1 ${name}`, unit: 'events/s', values })),
    ratio('S1 fast path / B (reach ≥ 1.5)', of(fast.name), of(b.name)),
    ...[...acknowledged].map(([name, values]) => ({
      name: `S2 ${name} p99 at ${rate}/s`,
      unit: 'ms',
      values,
    })),
    ...floorA.flatMap(({ name }) => besideA(name, { route, fast }, rates, acknowledged)),
    { name: `S3 200 → visible p99 at ${size.visibleRate}/s`, unit: 'ms', values: [p99] },
    { name: 'S3 200 → visible p50', unit: 'ms', values: [p50] },
    { name: 'S3 events waiting at the end', unit: 'events', values: [waiting] },
  ]
  await report(short ? 'ingest-short' : 'ingest', figures)
  return figures
}

type Values = Map<string, number[]>

function besideA(
  a: string,
  { route, fast }: Pick<Runners, 'route' | 'fast'>,
  rates: Values,
  acknowledged: Values,
): Figure[] {
  const beside = (label: string, values: Values, { name }: Runner) =>
    ratio(label, values.get(name) ?? [], values.get(a) ?? [])
  return [
    beside('S1 route / A (reach ≥ 1.0)', rates, route),
    beside('S1 fast path / A', rates, fast),
    beside('S2 route / A (reach ≤ 1.5)', acknowledged, route),
    beside('S2 fast path / A (reach ≤ 1.5)', acknowledged, fast),
  ]
}

async function startRunners(life: Stops, withA: boolean): Promise<Runners> {
  const cluster = await startBenchCluster(life)
  const runner = async (name: string, url: string): Promise<Runner> => {
    const poster = new Poster(url)
    await life.onStop(() => poster.close())
    return { name, poster }
  }
  const inbox = async (name: string, database: string, byRoute: boolean) => {
    const opened = await openInbox(await cluster.createInbox(database))
    const app = await startApp(life, opened, { distDir: TEST_DIST_DIR, byRoute })
    const sql = connect(opened.databaseUrl, { max: 2 })
    await life.onStop(() => sql.end())
    return { ...(await runner(name, app.webhookUrl)), sql }
  }
  const route = await inbox('ours by the route', 'by_route', true)
  const fast = await inbox('ours by the fast path', 'by_fast_path', false)
  const a = withA ? await runner('A bare Next', await startFloorA(life, cluster)) : undefined
  const b = await runner('B bare node:http', await startFloorB(life, cluster))
  return { a, b, route, fast }
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
