import type { Queryable } from '../client'

/** A delivery as it goes into the log. */
export interface DeliveryInsert {
  channelId: string
  body: Buffer
  sha256: Buffer
  headers: Record<string, string>
  /** How many identical bodies this stands for. */
  deliveries: number
  /** Epoch ms; of one that waited in the spool. Else it is received now. */
  receivedAt?: number
}

/**
 * Appends deliveries in one statement. The same bytes on the same channel again only raise `deliveries`; each
 * new event gets its row of `pending_events`, by the same statement, so the fold can't miss it.
 * `xmax = 0` tells a row that was inserted from one that was met again.
 */
export async function insertDeliveries(sql: Queryable, rows: DeliveryInsert[]): Promise<void> {
  await sql`
    with appended as (
      insert into events (kind, channel_id, body, sha256, headers, deliveries,
        received_at, last_delivered_at)
      select 'webhook', channel_id, decode(body, 'base64'), decode(sha256, 'base64'),
        headers::jsonb, deliveries,
        coalesce(to_timestamp(received_ms / 1000.0), clock_timestamp()),
        coalesce(to_timestamp(received_ms / 1000.0), clock_timestamp())
      from unnest(
        ${rows.map((row) => row.channelId)}::uuid[],
        ${rows.map((row) => row.body.toString('base64'))}::text[],
        ${rows.map((row) => row.sha256.toString('base64'))}::text[],
        ${rows.map((row) => JSON.stringify(row.headers))}::text[],
        ${rows.map((row) => row.deliveries)}::int[],
        ${rows.map((row) => row.receivedAt ?? null)}::bigint[]
      ) as given (channel_id, body, sha256, headers, deliveries, received_ms)
      on conflict (channel_id, sha256) do update
        set deliveries = events.deliveries + excluded.deliveries,
            last_delivered_at = greatest(events.last_delivered_at, excluded.last_delivered_at)
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

/**
 * Appends one of our own events that changes no folded row, and leaves it to the fold: without waiting for the fold
 * lock, which a rebuild may hold for minutes.
 */
export async function appendOwnEvent(sql: Queryable, event: OwnEventInsert): Promise<void> {
  await sql`
    with appended as (
      insert into events (kind, channel_id, conversation_id, agent_id, body)
      values (${event.kind}, ${event.channelId ?? null}, ${event.conversationId ?? null},
        ${event.agentId ?? null}, ${Buffer.from(JSON.stringify(event.body))})
      returning id
    )
    insert into pending_events (event_id) select id from appended`
}

/** Bytes of bodies that one batch may hold: a batch of the largest bodies must still fit in memory many times over. */
const BATCH_BYTES_MAX = 8 * 1024 * 1024

/**
 * The oldest events that wait for the fold, which is the only one to take them off the list: at most `limit` and
 * at most 8 MiB of them, but at least one. Arrays and no joins: a join whose sizes Postgres guesses wrong reads the
 * whole log for each batch.
 */
export async function takePendingEvents(sql: Queryable, limit: number): Promise<EventRow[]> {
  const rows = await sql<EventRow[]>`
    with sized as materialized (
      select ${sql(COLUMNS)}, sum(octet_length(body)) over (order by id) - octet_length(body) as before
      from events where id = any(array(
        select event_id from pending_events order by event_id limit ${limit}))
    ), taken as (
      delete from pending_events where event_id = any(array(
        select id from sized where before < ${BATCH_BYTES_MAX}))
    )
    select ${sql(COLUMNS)} from sized where before < ${BATCH_BYTES_MAX} order by id`
  return rows
}

export async function countPendingEvents(sql: Queryable): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*) as count from pending_events`
  return row?.count ?? 0
}

/**
 * The log in the order in which it was folded, for a rebuild: `after` is the feed number to go on from. At most `limit`
 * events and 8 MiB of them, but at least one.
 */
export async function listFoldedEvents(
  sql: Queryable,
  after: number,
  limit: number,
): Promise<(EventRow & { feed: number })[]> {
  return sql<(EventRow & { feed: number })[]>`
    with next as materialized (
      select e.id, e.kind, e.channel_id, e.conversation_id, e.agent_id, e.body, e.received_at, o.feed
      from public.event_outcomes o join public.events e on e.id = o.event_id
      where o.feed > ${after} order by o.feed limit ${limit}
    ), sized as (
      select *, sum(octet_length(body)) over (order by feed, id) - octet_length(body) as before from next
    )
    select ${sql(COLUMNS)}, feed from sized where before < ${BATCH_BYTES_MAX} order by feed`
}

/** Events that are neither folded nor waiting to be, which only tampering leaves behind. By id. */
export async function listLostEvents(sql: Queryable): Promise<EventRow[]> {
  return sql<EventRow[]>`
    select ${sql(COLUMNS)} from public.events e
    where not exists (select 1 from public.event_outcomes o where o.event_id = e.id)
      and not exists (select 1 from public.pending_events p where p.event_id = e.id)
    order by id`
}

/** The newest event's id; 0 in an empty log. */
export async function readLastEventId(sql: Queryable): Promise<number> {
  const [row] = await sql<{ id: number | null }[]>`select max(id) as id from events`
  return row?.id ?? 0
}
