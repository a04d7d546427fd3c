import type { Queryable } from '../client'

/** An hour is counted once it has been over for so long: what is being committed belongs to it still. */
const SLACK_MS = 60_000
const HOUR_MS = 3_600_000
/** Six weeks are compared with the one before them (lib/domain/channel/silence.ts). */
const KEPT_HOURS = 8 * 168

/** When a channel got its deliveries: by hour, and the last one. Times in epoch ms, hours since 1970. */
export interface DeliveryTimes {
  counts: Map<number, number>
  sinceHour?: number
  lastAt?: number
}

/**
 * The deliveries of every channel that had any, by hour. Counts the hours that are over once and keeps them, so a
 * call costs a look at the present hour.
 */
export async function readDeliveryTimes(
  sql: Queryable,
  now: number,
): Promise<Map<string, DeliveryTimes>> {
  const from = await fillHours(sql, now)
  const times = new Map<string, DeliveryTimes>()
  const kept = await sql<{ channelId: string; hour: number; count: number }[]>`
    select channel_id, hour, count from delivery_hours order by hour`
  for (const { channelId, hour, count } of kept) {
    const known = times.get(channelId) ?? { counts: new Map(), sinceHour: hour }
    known.counts.set(hour, count)
    // Until the exact moment is known, the hour's end stands for it.
    times.set(channelId, { ...known, lastAt: (hour + 1) * HOUR_MS - 1 })
  }
  const fresh = await sql<{ channelId: string; lastAt: number }[]>`
    select channel_id, max(received_at) as last_at from events
    where kind = 'webhook' and received_at >= ${from * HOUR_MS} group by channel_id`
  for (const { channelId, lastAt } of fresh) {
    const known = times.get(channelId)
    const sinceHour = known?.sinceHour ?? Math.floor(lastAt / HOUR_MS)
    times.set(channelId, { counts: known?.counts ?? new Map(), sinceHour, lastAt })
  }
  return times
}

/** Counts the hours that are over and not counted yet. Gives the first hour that isn't. */
async function fillHours(sql: Queryable, now: number): Promise<number> {
  const until = Math.floor((now - SLACK_MS) / HOUR_MS)
  const [row] = await sql<{ from: number | null }[]>`
    select max(hour) + 1 as from from delivery_hours`
  const from = Math.max(row?.from ?? 0, until - KEPT_HOURS)
  await sql`
    insert into delivery_hours (channel_id, hour, count)
    select channel_id, floor(extract(epoch from received_at) / 3600)::int, count(*)
    from events
    where kind = 'webhook' and received_at >= ${from * HOUR_MS} and received_at < ${until * HOUR_MS}
    group by 1, 2 on conflict do nothing`
  await sql`delete from delivery_hours where hour < ${until - KEPT_HOURS}`
  return until
}

/** Deliveries with a wrong signature, by channel: those of the last seven days, and when the last one came. */
export async function listRejected(
  sql: Queryable,
  now: number,
): Promise<Map<string, { today: number; week: number; lastAt: number }>> {
  const day = (ago: number) => new Date(now - ago * 24 * HOUR_MS).toISOString().slice(0, 10)
  const rows = await sql<{ channelId: string; today: number; week: number; lastAt: number }[]>`
    select channel_id, coalesce(sum(count) filter (where day = ${day(0)}), 0)::int as today,
      sum(count)::int as week, max(last_at) as last_at
    from rejected_signatures where day > ${day(7)} group by channel_id`
  return new Map(rows.map(({ channelId, ...rest }) => [channelId, rest]))
}
