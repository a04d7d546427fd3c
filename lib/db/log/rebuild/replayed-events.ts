import type { Queryable } from '@/lib/db/client'
import type { Outcome } from '@/lib/domain/log/outcome'
import type { OutcomeRow } from '@/lib/domain/rows'
import type { Said } from '@/lib/i18n/reason'
import type { EventRow } from '../events'

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
): Promise<{ id: number; outcome: Outcome | null; error: Said | null }[]> {
  return sql<{ id: number; outcome: Outcome | null; error: Said | null }[]>`
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
