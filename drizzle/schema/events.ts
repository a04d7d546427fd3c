import { sql } from 'drizzle-orm'
import { index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { big, bytea, jsonb, moment } from './columns'

/** The message that an event of ours about a reply names, as an expression. */
export const REPLY_ID = `substring(encode(body, 'escape') from '"messageId" ?: ?"([0-9A-Fa-f-]{36})"')`

/**
 * The log: one row is one thing that happened, a webhook delivery or an act of an agent, an admin or the
 * system. Append-only: a trigger refuses deletes and any change but the delivery counter.
 *
 * `kind` is `webhook` or a name of lib/domain/fact.ts. `body` is the exact bytes of a delivery, or our own
 * event as JSON. (channel_id, sha256) is unique, so the same bytes again only raise `deliveries`.
 */
export const events = pgTable(
  'events',
  {
    id: big('id').primaryKey().generatedAlwaysAsIdentity(),
    kind: text('kind').notNull(),
    channelId: uuid('channel_id'),
    conversationId: uuid('conversation_id'),
    agentId: uuid('agent_id'),
    body: bytea('body').notNull(),
    /** Of `body`; null for our own events, which are never deduplicated. */
    sha256: bytea('sha256'),
    /** The request headers worth keeping, lower case. */
    headers: jsonb('headers').$type<Record<string, string>>(),
    deliveries: integer('deliveries').notNull().default(1),
    receivedAt: moment('received_at').notNull().default(sql`clock_timestamp()`),
    lastDeliveredAt: moment('last_delivered_at').notNull().default(sql`clock_timestamp()`),
  },
  (table) => [
    uniqueIndex('events_channel_sha256').on(table.channelId, table.sha256),
    index('events_conversation').on(table.conversationId, table.id),
    // What we wrote down about one reply. Not by its JSON, which Postgres doesn't take whatever it holds.
    index('events_reply')
      .on(sql`(${sql.raw(REPLY_ID)})`)
      .where(sql`kind like 'reply.%'`),
    // Rows lie in the order of their time, so this costs an insert next to nothing and finds an hour at once.
    index('events_received_at').using('brin', table.receivedAt),
    // What people did, and what one of them did: a sliver of the log, so webhooks don't pay for it.
    index('events_own').on(table.id).where(sql`kind <> 'webhook'`),
    index('events_agent').on(table.agentId, table.id).where(sql`agent_id is not null`),
  ],
)

/** Work of the fold: a row for every event not folded yet, inserted by the statement that appends the event. */
export const pendingEvents = pgTable('pending_events', {
  eventId: big('event_id').primaryKey(),
})
