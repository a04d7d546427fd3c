import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { CounterName } from '../../../lib/domain/conversation/counters'
import { big } from '../columns'

/**
 * How many conversations of a channel are of some kind, so that nobody has to count them: kept by the fold from each row
 * before and after (lib/domain/conversation/counters.ts). They are right as far as `feed_head.counted_feed` says.
 */
export const conversationCounters = pgTable(
  'conversation_counters',
  {
    /** Whose conversations are counted; NOBODY: everybody's. */
    agentId: uuid('agent_id').notNull(),
    channelId: uuid('channel_id').notNull(),
    name: text('name').$type<CounterName>().notNull(),
    /** A row of 0 stays, so that the stream tells of it. */
    n: integer('n').notNull(),
    feed: big('feed').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.agentId, table.channelId, table.name] }),
    index('conversation_counters_feed').on(table.feed),
  ],
)
