import { ensureBuild, TEST_DIST_DIR } from '@/bin/process/build'
import { connect } from '@/lib/db/client'
import { seeded } from '@/lib/domain/fold/testing-storm'
import { openInbox, type Stops, startApp } from './support/bench-inbox'
import { startBenchCluster } from './support/database'
import { type Delivery, makeDeliveries, normalizedTwin } from './support/deliveries'
import { type Figure, ratio, report } from './support/figures'
import { untilFolded } from './support/folded'
import { flood, Poster, perSecond } from './support/poster'

const COPIES = 10

/**
 * T3: how fast deliveries that the log has already are taken, beside as many fresh ones in the same round, raw and
 * normalized both, over 32 connections and until all is folded.
 */
export async function benchRepeats(life: Stops, { short = false } = {}): Promise<Figure[]> {
  const { rounds, lines } = short ? { rounds: 1, lines: 100 } : { rounds: 5, lines: 1_000 }
  await ensureBuild(life, TEST_DIST_DIR, (line) => console.log(line))
  const cluster = await startBenchCluster(life)
  const inbox = await openInbox(await cluster.createInbox('repeats'))
  const app = await startApp(life, inbox, { distDir: TEST_DIST_DIR })
  const sql = connect(inbox.databaseUrl, { max: 2 })
  await life.onStop(() => sql.end())
  const poster = new Poster(app.webhookUrl)
  await life.onStop(() => poster.close())
  const take = async (deliveries: Delivery[]) => {
    const startedAt = performance.now()
    await flood(poster, deliveries)
    await untilFolded(sql)
    return perSecond(deliveries.length, startedAt)
  }
  await take(bothForms(200, 'warm'))

  const fresh: number[] = []
  const repeats: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const known = bothForms(lines, `round ${round}`)
    fresh.push(await take(known))
    repeats.push(await take(repeated(known.slice(0, known.length / COPIES), round)))
  }
  const figures: Figure[] = [
    { name: 'T3 fresh', unit: 'events/s', values: fresh },
    { name: `T3 repeats, each × ${COPIES}`, unit: 'events/s', values: repeats },
    ratio('T3 repeats / fresh (reach ≥ 0.8)', repeats, fresh),
  ]
  await report(short ? 'repeats-short' : 'repeats', figures)
  return figures
}

/** Each line raw and normalized. */
function bothForms(lines: number, label: string): Delivery[] {
  const raw = makeDeliveries(lines, label)
  return raw.flatMap((delivery, index) => [delivery, normalizedTwin(delivery, index)])
}

/** Every delivery so many times, mixed by this seed. */
function repeated(deliveries: Delivery[], seed: number): Delivery[] {
  const random = seeded(seed)
  return Array.from({ length: COPIES }, () => deliveries)
    .flat()
    .map((delivery) => ({ delivery, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ delivery }) => delivery)
}
