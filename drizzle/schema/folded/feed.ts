import { sql } from 'drizzle-orm'
import { index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import type { Outcome } from '../../../lib/domain/log/outcome'
import type { Said } from '../../../lib/i18n/reason'
import { big, jsonb } from '../columns'

/*
 * Folded tables: nothing but the fold writes them, and `inbox rebuild` makes them again from `events`.
 * Their times come from events and their ids are derived from events, so a rebuild gives the same rows.
 * `feed` is the number of the last change of a row, in commit order: "what changed after n" is an index scan.
 */

/** One row: the number of the last change. Written only under the fold lock. */
export const feedHead = pgTable('feed_head', {
  id: integer('id').primaryKey(),
  feed: big('feed').notNull(),
  /**
   * The feed number up to which `conversation_counters` were kept. Behind `feed` after a version that knows no counters
   * has folded: then they are counted anew.
   */
  countedFeed: big('counted_feed').notNull().default(0),
})

/** What became of an event. No row: not folded yet. `feed` is its place in fold order, which a rebuild follows. */
export const eventOutcomes = pgTable(
  'event_outcomes',
  {
    eventId: big('event_id').primaryKey(),
    feed: big('feed').notNull(),
    /** See Outcome in lib/domain/log/outcome.ts. */
    outcome: text('outcome').$type<Outcome>().notNull(),
    /** The reader that understood it, such as `whatsapp.raw`. */
    reading: text('reading'),
    /** The named rule by which it was ignored. */
    rule: text('rule'),
    /** Why it is in quarantine. */
    error: jsonb('error').$type<Said>(),
    messages: integer('messages').notNull(),
    statuses: integer('statuses').notNull(),
    duplicates: integer('duplicates').notNull(),
  },
  (table) => [
    index('event_outcomes_feed').on(table.feed),
    index('event_outcomes_quarantine').on(table.eventId).where(sql`outcome = 'quarantined'`),
  ],
)
