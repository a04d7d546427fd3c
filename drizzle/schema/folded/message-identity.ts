import { boolean, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { Receipt } from '../../../lib/domain/message/delivery'
import type { Said } from '../../../lib/i18n/reason'
import { big, jsonb, moment } from '../columns'

/**
 * Identity of messages: one row says "this key means that message". The primary key is what makes two
 * deliveries of one message one bubble. `guessed`: bound by equal content, a later answer by id may correct it.
 */
export const messageKeys = pgTable(
  'message_keys',
  {
    channelId: uuid('channel_id').notNull(),
    key: text('key').notNull(),
    messageId: uuid('message_id').notNull(),
    guessed: boolean('guessed').notNull(),
  },
  (table) => [primaryKey({ columns: [table.channelId, table.key] })],
)

/**
 * Sights of inbound messages by content, to join raw events with their normalized twins, which carry no id
 * (lib/domain/message/sightings.ts). A raw sight has the platform's id as `ref`, a normalized one none: equal content in
 * the same second is one sight. `message_id` is the bubble it stands for, null where a raw sight covers it.
 */
export const sightings = pgTable(
  'sightings',
  {
    channelId: uuid('channel_id').notNull(),
    contentKey: text('content_key').notNull(),
    source: text('source').$type<'raw' | 'normalized'>().notNull(),
    /** Platform time in seconds; 0 for media, whose id is identity enough. */
    second: big('second').notNull(),
    ref: text('ref').notNull(),
    messageId: uuid('message_id'),
  },
  (table) => [
    primaryKey({
      columns: [table.channelId, table.contentKey, table.second, table.source, table.ref],
    }),
  ],
)

/**
 * Every receipt the platform reported, also for messages not known yet: they wait here for their message. A watermark
 * of a member whom we have not met waits here too, under `watermark:` and the member's id, with its moment as `at`.
 */
export const receipts = pgTable(
  'receipts',
  {
    channelId: uuid('channel_id').notNull(),
    platformMessageId: text('platform_message_id').notNull(),
    status: text('status').$type<Receipt>().notNull(),
    at: moment('at').notNull(),
    error: jsonb('error').$type<Said>(),
    eventId: big('event_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.channelId, table.platformMessageId, table.status] })],
)

/**
 * A sign on a message, also on one that is not known yet. One row for each who reacts: `actor` is `us` or the member.
 * A row without an emoji is a removed one, kept so that an older event can't bring it back.
 */
export const reactions = pgTable(
  'reactions',
  {
    channelId: uuid('channel_id').notNull(),
    platformMessageId: text('platform_message_id').notNull(),
    actor: text('actor').notNull(),
    by: text('by').$type<'member' | 'us'>().notNull(),
    emoji: text('emoji'),
    at: moment('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.channelId, table.platformMessageId, table.actor] })],
)
