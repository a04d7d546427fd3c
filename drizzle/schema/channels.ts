import { index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { TemplateInput } from '../../lib/domain/reply/template'
import { bytea, jsonb, moment, now } from './columns'

/** The secrets that sign a channel's webhooks, encrypted. Slots 1 and 2: both are accepted, for rotation. */
export const channelSecrets = pgTable(
  'channel_secrets',
  {
    channelId: uuid('channel_id').notNull(),
    slot: integer('slot').notNull(),
    secret: bytea('secret').notNull(),
    createdAt: moment('created_at').notNull().default(now),
  },
  (table) => [primaryKey({ columns: [table.channelId, table.slot] })],
)

/**
 * How many deliveries a channel got in an hour that is over, from `events`: its rhythm, for the silence alarm
 * (lib/domain/channel/silence.ts). An hour without deliveries has no row. Filled when it is asked for (lib/db/channel/delivery-hours.ts).
 */
export const deliveryHours = pgTable(
  'delivery_hours',
  {
    channelId: uuid('channel_id').notNull(),
    /** Hours since 1970. */
    hour: integer('hour').notNull(),
    count: integer('count').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.channelId, table.hour] }),
    index('delivery_hours_hour').on(table.hour),
  ],
)

/** All that is kept of a delivery with a wrong signature: a count a day. */
export const rejectedSignatures = pgTable(
  'rejected_signatures',
  {
    channelId: uuid('channel_id').notNull(),
    day: text('day').notNull(),
    count: integer('count').notNull(),
    lastAt: moment('last_at').notNull().default(now),
  },
  (table) => [primaryKey({ columns: [table.channelId, table.day] })],
)

/**
 * WhatsApp templates an admin wrote down for a channel, word for word as approved: Stella documents how one is sent and
 * not how they are listed (Facts §4.1, §5.2). A reply keeps its own copy of the wording, so a row may change or go.
 */
export const templates = pgTable(
  'templates',
  {
    id: uuid('id').primaryKey(),
    channelId: uuid('channel_id').notNull(),
    name: text('name').notNull(),
    language: text('language').notNull(),
    template: jsonb('template').$type<TemplateInput>().notNull(),
    updatedAt: moment('updated_at').notNull().default(now),
  },
  (table) => [uniqueIndex('templates_name').on(table.channelId, table.name, table.language)],
)
