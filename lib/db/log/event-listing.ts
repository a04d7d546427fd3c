import type { EventListing, WholeEvent } from '@/lib/domain/log/event-listing'
import { toRule } from '@/lib/domain/log/stored-reason'
import type { Queryable } from '../client'

/** Absent parts don't narrow the list. Times are epoch ms. */
export interface EventFilter {
  limit: number
  /** Older, or newer, than this event. */
  before?: number
  after?: number
  channelId?: string
  outcome?: string
  /** A kind, or a family of them: `reply.*`. */
  kind?: string
  /** Words that stand in the bytes, as they stand there. */
  text?: string
  from?: number
  to?: number
}

/** Newest first. */
export async function listEvents(sql: Queryable, filter: EventFilter): Promise<EventListing[]> {
  const rows = await sql<Stored<EventListing>[]>`
    select e.id, e.kind, e.channel_id, e.conversation_id, e.agent_id, e.deliveries, e.received_at,
      length(e.body) as size, o.outcome, o.reading, o.rule, o.error
    from events e left join event_outcomes o on o.event_id = e.id
    where true
      ${filter.before ? sql`and e.id < ${filter.before}` : sql``}
      ${filter.channelId ? sql`and e.channel_id = ${filter.channelId}` : sql``}
      ${filter.after ? sql`and e.id > ${filter.after}` : sql``}
      ${filter.kind ? ofKind(sql, filter.kind) : sql``}
      ${filter.outcome ? ofOutcome(sql, filter.outcome) : sql``}
      ${filter.text ? sql`and position(${Buffer.from(filter.text)}::bytea in e.body) > 0` : sql``}
      ${filter.from ? sql`and e.received_at >= ${filter.from}` : sql``}
      ${filter.to ? sql`and e.received_at <= ${filter.to}` : sql``}
    order by e.id desc limit ${filter.limit}`
  return rows.map(withRule)
}

/** A rule stands in its row as text. */
type Stored<Listing> = Omit<Listing, 'rule'> & { rule: string | null }

function withRule<Listing extends { rule: string | null }>(row: Listing) {
  return { ...row, rule: row.rule === null ? null : toRule(row.rule) }
}

function ofKind(sql: Queryable, kind: string) {
  return kind.endsWith('.*')
    ? sql`and starts_with(e.kind, ${kind.slice(0, -1)})`
    : sql`and e.kind = ${kind}`
}

/** `pending` is an event that the fold has not reached yet. */
function ofOutcome(sql: Queryable, outcome: string) {
  return outcome === 'pending' ? sql`and o.outcome is null` : sql`and o.outcome = ${outcome}`
}

export async function findEvent(sql: Queryable, id: number): Promise<WholeEvent | undefined> {
  const [row] = await sql<Stored<WholeEvent>[]>`
    select e.*, length(e.body) as size,
      o.outcome, o.reading, o.rule, o.error, o.messages, o.statuses, o.duplicates
    from events e left join event_outcomes o on o.event_id = e.id where e.id = ${id}`
  return row && withRule(row)
}
