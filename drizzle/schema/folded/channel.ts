import { boolean, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { Dialect, Platform } from '../../../lib/domain/channel/channel'
import {
  type ChannelSettings,
  DEFAULT_CHANNEL_SETTINGS,
} from '../../../lib/domain/channel/channel-settings'
import { big, jsonb, moment } from '../columns'

/** A channel of a Stella app. `authorized` is false from a deauthorize event until the channel is connected again. */
export const channels = pgTable(
  'channels',
  {
    id: uuid('id').primaryKey(),
    connectionId: uuid('connection_id').notNull(),
    name: text('name').notNull(),
    platform: text('platform').$type<Platform>().notNull(),
    /** The channel's id in Stella. */
    stellaId: text('stella_id').notNull(),
    /** The business's own id on the platform: phone number, page id. Opaque. */
    externalId: text('external_id').notNull(),
    /** Which events its connection sends; it is in the log, because a rebuild has to read them alike. */
    dialect: text('dialect').$type<Dialect>().notNull().default('stella'),
    /** What an admin decided for the channel (`channel.configured`). */
    settings: jsonb('settings')
      .$type<ChannelSettings>()
      .notNull()
      .default(DEFAULT_CHANNEL_SETTINGS),
    authorized: boolean('authorized').notNull(),
    connectedAt: moment('connected_at').notNull(),
    disconnectedAt: moment('disconnected_at'),
    /** Since when nothing is sent, by an admin's wish; deliveries are stored and shown all the same. */
    pausedAt: moment('paused_at'),
    feed: big('feed').notNull(),
  },
  (table) => [index('channels_connection').on(table.connectionId)],
)
