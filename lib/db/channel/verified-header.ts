import { and, eq } from 'drizzle-orm'
import { events } from '@/drizzle/schema/events'
import type { Queryable } from '../client'
import { orm } from '../orm'

/** Older deliveries say nothing of the settings of today, and must not be searched for through a whole log. */
const EVENTS_MAX = 50_000

/** The last delivery of a connection's channels: when, in epoch ms, and the headers that were kept of it. */
export async function findLastDelivery(
  sql: Queryable,
  connectionId: string,
): Promise<{ receivedAt: number; headers: Record<string, string> | null } | undefined> {
  const [row] = await sql<{ receivedAt: number; headers: Record<string, string> | null }[]>`
    select e.received_at, e.headers from events e join channels ch on ch.id = e.channel_id
    where e.kind = 'webhook' and ch.connection_id = ${connectionId}
      and e.id > (select max(id) - ${EVENTS_MAX} from events)
    order by e.id desc limit 1`
  return row
}

/** How many deliveries to a connection's channels were turned away for their signature in the last seven days. */
export async function countTurnedAway(sql: Queryable, connectionId: string): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select coalesce(sum(r.count), 0)::int as count from rejected_signatures r
      join channels ch on ch.id = r.channel_id
    where ch.connection_id = ${connectionId} and r.last_at > now() - interval '7 days'`
  return row?.count ?? 0
}

/** Some event that Stella sent to this channel: what the last step of connecting one waits for. */
export async function findAnyDelivery(
  db: Queryable,
  channelId: string,
): Promise<number | undefined> {
  const [row] = await orm(db)
    .select({ id: events.id })
    .from(events)
    .where(and(eq(events.channelId, channelId), eq(events.kind, 'webhook')))
    .limit(1)
  return row?.id
}
