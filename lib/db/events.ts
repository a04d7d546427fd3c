import type { Queryable } from './client'

/** A delivery as it goes into the log. */
export interface DeliveryInsert {
  channelId: string
  body: Buffer
  sha256: Buffer
  headers: Record<string, string>
  /** How many identical bodies this stands for. */
  deliveries: number
}

/**
 * Appends deliveries in one statement. The same bytes on the same channel again only raise `deliveries`; each
 * new event gets its row of `pending_events`, by the same statement, so the fold can't miss it.
 * `xmax = 0` tells a row that was inserted from one that was met again.
 */
export async function insertDeliveries(sql: Queryable, rows: DeliveryInsert[]): Promise<void> {
  await sql`
    with appended as (
      insert into events (kind, channel_id, body, sha256, headers, deliveries)
      select 'webhook', channel_id, decode(body, 'base64'), decode(sha256, 'base64'),
        headers::jsonb, deliveries
      from unnest(
        ${rows.map((row) => row.channelId)}::uuid[],
        ${rows.map((row) => row.body.toString('base64'))}::text[],
        ${rows.map((row) => row.sha256.toString('base64'))}::text[],
        ${rows.map((row) => JSON.stringify(row.headers))}::text[],
        ${rows.map((row) => row.deliveries)}::int[]
      ) as given (channel_id, body, sha256, headers, deliveries)
      on conflict (channel_id, sha256) do update
        set deliveries = events.deliveries + excluded.deliveries,
            last_delivered_at = clock_timestamp()
      returning id, xmax = 0 as is_new
    )
    insert into pending_events (event_id) select id from appended where is_new`
}

export interface EventRow {
  id: number
  kind: string
  channelId: string | null
  conversationId: string | null
  agentId: string | null
  body: Uint8Array
  receivedAt: number
}

const COLUMNS = ['id', 'kind', 'channel_id', 'conversation_id', 'agent_id', 'body', 'received_at']

/** One of our own events, as it goes into the log. */
export interface OwnEventInsert {
  kind: string
  channelId?: string
  conversationId?: string
  agentId?: string
  body: unknown
}

export async function insertOwnEvent(sql: Queryable, event: OwnEventInsert): Promise<EventRow> {
  const [row] = await sql<EventRow[]>`
    insert into events (kind, channel_id, conversation_id, agent_id, body)
    values (${event.kind}, ${event.channelId ?? null}, ${event.conversationId ?? null},
      ${event.agentId ?? null}, ${Buffer.from(JSON.stringify(event.body))})
    returning ${sql(COLUMNS)}`
  if (!row) throw new Error('An event was not inserted')
  return row
}

/** The oldest events that wait for the fold, which is the only one to take them off the list. */
export async function takePendingEvents(sql: Queryable, limit: number): Promise<EventRow[]> {
  const rows = await sql<EventRow[]>`
    with taken as (
      delete from pending_events where event_id in (
        select event_id from pending_events order by event_id limit ${limit}
      ) returning event_id
    )
    select ${sql(COLUMNS)} from events where id in (select event_id from taken)`
  return rows.sort((a, b) => a.id - b.id)
}

export async function countPendingEvents(sql: Queryable): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*) as count from pending_events`
  return row?.count ?? 0
}

/** The log in the order in which it was folded, for a rebuild: `after` is the feed number to go on from. */
export async function listFoldedEvents(
  sql: Queryable,
  after: number,
  limit: number,
): Promise<(EventRow & { feed: number })[]> {
  return sql<(EventRow & { feed: number })[]>`
    select e.id, e.kind, e.channel_id, e.conversation_id, e.agent_id, e.body, e.received_at, o.feed
    from public.event_outcomes o join public.events e on e.id = o.event_id
    where o.feed > ${after} order by o.feed limit ${limit}`
}

/** Events that are neither folded nor waiting to be, which only tampering leaves behind. By id. */
export async function listLostEvents(sql: Queryable): Promise<EventRow[]> {
  return sql<EventRow[]>`
    select ${sql(COLUMNS)} from public.events e
    where not exists (select 1 from public.event_outcomes o where o.event_id = e.id)
      and not exists (select 1 from public.pending_events p where p.event_id = e.id)
    order by id`
}

/** Puts events back on the fold's list. Their outcomes go; folding them again writes new ones. */
export async function requeueEvents(sql: Queryable, ids: number[]): Promise<void> {
  await sql`delete from event_outcomes where event_id = any(${ids})`
  await sql`insert into pending_events (event_id) select unnest(${ids}::bigint[])
    on conflict do nothing`
}

export interface EventListing {
  id: number
  kind: string
  channelId: string | null
  conversationId: string | null
  agentId: string | null
  deliveries: number
  receivedAt: number
  size: number
  outcome: string | null
  reading: string | null
  rule: string | null
  error: string | null
}

/** Newest first. `before` is an event id. */
export async function listEvents(
  sql: Queryable,
  filter: { limit: number; before?: number; channelId?: string; outcome?: string; kind?: string },
): Promise<EventListing[]> {
  return sql<EventListing[]>`
    select e.id, e.kind, e.channel_id, e.conversation_id, e.agent_id, e.deliveries, e.received_at,
      length(e.body) as size, o.outcome, o.reading, o.rule, o.error
    from events e left join event_outcomes o on o.event_id = e.id
    where true
      ${filter.before ? sql`and e.id < ${filter.before}` : sql``}
      ${filter.channelId ? sql`and e.channel_id = ${filter.channelId}` : sql``}
      ${filter.kind ? sql`and e.kind = ${filter.kind}` : sql``}
      ${filter.outcome ? sql`and o.outcome = ${filter.outcome}` : sql``}
    order by e.id desc limit ${filter.limit}`
}

export interface EventDetail extends EventListing {
  body: Uint8Array
  headers: Record<string, string> | null
  sha256: Uint8Array | null
  lastDeliveredAt: number
  messages: number | null
  statuses: number | null
  duplicates: number | null
}

export async function findEvent(sql: Queryable, id: number): Promise<EventDetail | undefined> {
  const [row] = await sql<EventDetail[]>`
    select e.*, length(e.body) as size,
      o.outcome, o.reading, o.rule, o.error, o.messages, o.statuses, o.duplicates
    from events e left join event_outcomes o on o.event_id = e.id where e.id = ${id}`
  return row
}
