import type { Outcome, OutcomeRow } from '@/lib/domain/rows'
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

/** What a replay needs of an event: what it is, and what became of it. */
export interface FoldedEvent {
  event: EventRow
  before: Pick<OutcomeRow, 'outcome' | 'messages' | 'statuses' | 'error'>
}

/** Takes the outcome from those of these webhooks that had no full effect, so that they can be folded again. By id. */
export async function takeUnsettledEvents(sql: Queryable, ids: number[]): Promise<FoldedEvent[]> {
  const rows = await sql<(EventRow & FoldedEvent['before'])[]>`
    with taken as (
      delete from event_outcomes o using events e
      where o.event_id = any(${ids}) and e.id = o.event_id and e.kind = 'webhook'
        and o.outcome in ('quarantined', 'ignored')
      returning o.event_id, o.outcome, o.messages, o.statuses, o.error
    )
    select e.id, e.kind, e.channel_id, e.conversation_id, e.agent_id, e.body, e.received_at,
      t.outcome, t.messages, t.statuses, t.error
    from taken t join events e on e.id = t.event_id order by e.id`
  return rows.map(({ outcome, messages, statuses, error, ...event }) => ({
    event,
    before: { outcome, messages, statuses, error },
  }))
}

export interface EventChoice {
  /** These, or all from the first to the last of two. */
  ids?: number[]
  range?: { from: number; to: number }
  outcome?: Outcome
}

/** Webhooks by choice, oldest first, after an id. */
export async function chooseEvents(
  sql: Queryable,
  choice: EventChoice,
  after: number,
  limit: number,
): Promise<{ id: number; outcome: Outcome | null; error: string | null }[]> {
  return sql<{ id: number; outcome: Outcome | null; error: string | null }[]>`
    select e.id, o.outcome, o.error
    from events e left join event_outcomes o on o.event_id = e.id
    where e.kind = 'webhook' and e.id > ${after}
      ${choice.ids ? sql`and e.id = any(${choice.ids})` : sql``}
      ${choice.range ? sql`and e.id between ${choice.range.from} and ${choice.range.to}` : sql``}
      ${choice.outcome ? sql`and o.outcome = ${choice.outcome}` : sql``}
    order by e.id limit ${limit}`
}

/** Replaces the counts of an outcome that was written in this transaction. */
export async function correctOutcome(
  sql: Queryable,
  { eventId, outcome, messages, statuses, duplicates }: OutcomeRow,
): Promise<void> {
  await sql`
    update event_outcomes set outcome = ${outcome}, messages = ${messages}, statuses = ${statuses},
      duplicates = ${duplicates} where event_id = ${eventId}`
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
