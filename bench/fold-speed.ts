import { createHash } from 'node:crypto'
import { connect, type Sql } from '@/lib/db/client'
import { insertDeliveries } from '@/lib/db/log/events'
import { foldPending } from '@/lib/log/fold'
import { openInbox, type Stops } from './support/bench-inbox'
import { startBenchCluster } from './support/database'
import { makeDeliveries } from './support/deliveries'
import { type Figure, ratio, report } from './support/figures'
import { perSecond } from './support/poster'

const INSERT_BATCH = 256

/**
 * The fold alone: a backlog is appended, then folded with nothing else running. Appending the same rows is the floor of the
 * same round.
 */
export async function benchFold(life: Stops, { short = false } = {}): Promise<Figure[]> {
  const { rounds, events } = short ? { rounds: 1, events: 1_000 } : { rounds: 5, events: 20_000 }
  const cluster = await startBenchCluster(life)
  const inbox = await openInbox(await cluster.createInbox('fold'))
  const sql = connect(inbox.databaseUrl)
  await life.onStop(() => sql.end())
  const appended: number[] = []
  const folded: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    appended.push(await append(sql, inbox.channelId, `fold ${round}`, events))
    const startedAt = performance.now()
    const count = await foldPending(sql)
    if (count !== events) throw new Error(`${count} of ${events} events were folded.`)
    folded.push(perSecond(count, startedAt))
  }
  const figures = [
    { name: 'append alone, 256 a statement', unit: 'events/s', values: appended },
    { name: 'S3 fold alone (reach ≥ 12,000)', unit: 'events/s', values: folded },
    ratio('S3 fold alone / append alone', folded, appended),
  ]
  await report(short ? 'fold-short' : 'fold', figures)
  return figures
}

async function append(sql: Sql, channelId: string, label: string, count: number): Promise<number> {
  const rows = makeDeliveries(count, label).map(({ body }) => ({
    channelId,
    body,
    sha256: createHash('sha256').update(body).digest(),
    headers: {},
    deliveries: 1,
  }))
  const startedAt = performance.now()
  for (let start = 0; start < rows.length; start += INSERT_BATCH)
    await insertDeliveries(sql, rows.slice(start, start + INSERT_BATCH))
  return perSecond(count, startedAt)
}
