import { createHash } from 'node:crypto'
import type { Sql } from '@/lib/db/client'
import { FEED_CHANNEL } from '@/lib/db/log/feed'
import { readFeedHead } from '@/lib/db/log/load-world'
import { type Delivery, makeDeliveries } from './support/deliveries'
import { quantile } from './support/figures'
import { type Poster, pace } from './support/poster'

const SETTLE_TIMEOUT_MS = 10_000

/**
 * S3: the ms from the answer 200 to the moment at which whoever listens to the feed can read the row. The
 * observer is what a server process is: it waits for a NOTIFY and reads what is new.
 */
export async function measureVisible(
  poster: Poster,
  sql: Sql,
  { rate, seconds }: { rate: number; seconds: number },
): Promise<{ p50: number; p99: number; waiting: number }> {
  const answered = new Map<string, number>()
  const visible = await watch(sql)
  const deliveries = makeDeliveries(rate * seconds, `visible ${rate}`)
  const note = (delivery: Delivery) => answered.set(keyOf(delivery.body), performance.now())
  await pace(poster, deliveries, rate, note)
  const [row] = await sql<{ count: number }[]>`select count(*) as count from pending_events`
  await visible.until(deliveries.map(({ body }) => keyOf(body)))
  await visible.stop()
  const delays = [...answered].map(([key, at]) => Math.max(0, (visible.at.get(key) ?? 0) - at))
  return { p50: quantile(delays, 0.5), p99: quantile(delays, 0.99), waiting: row?.count ?? 0 }
}

async function watch(sql: Sql) {
  const at = new Map<string, number>()
  let after = await readFeedHead(sql)
  let reading = Promise.resolve()
  const read = async () => {
    const rows = await sql<{ sha256: Buffer; feed: number }[]>`
      select e.sha256, o.feed from event_outcomes o join events e on e.id = o.event_id
      where o.feed > ${after} order by o.feed`
    const now = performance.now()
    for (const { sha256, feed } of rows) {
      if (sha256) at.set(sha256.toString('hex'), now)
      after = feed
    }
  }
  const { unlisten } = await sql.listen(FEED_CHANNEL, () => {
    reading = reading.then(read)
  })
  return {
    at,
    stop: unlisten,
    /** Waits until all of these were seen. Throws when they are not in time. */
    async until(keys: string[]) {
      const end = Date.now() + SETTLE_TIMEOUT_MS
      while (keys.some((key) => !at.has(key))) {
        if (Date.now() > end) throw new Error('Some deliveries never reached the feed.')
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
    },
  }
}

function keyOf(body: Buffer): string {
  return createHash('sha256').update(body).digest('hex')
}
