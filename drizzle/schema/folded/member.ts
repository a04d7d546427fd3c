import { sql } from 'drizzle-orm'
import { index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { big, jsonb, moment } from '../columns'

/** A member (end user) of one channel. (channel_id, external_id) is the identity; external ids are opaque text. */
export const members = pgTable(
  'members',
  {
    id: uuid('id').primaryKey(),
    channelId: uuid('channel_id').notNull(),
    externalId: text('external_id').notNull(),
    /** The id they changed to: replies go there, and `member_aliases` leads events from it here. */
    movedTo: text('moved_to'),
    stellaId: text('stella_id'),
    /** The name Stella gave; wins over `profile_name`. */
    name: text('name'),
    /** The name in the raw event's contacts. */
    profileName: text('profile_name'),
    email: text('email'),
    locale: text('locale'),
    gender: text('gender'),
    /** Where Stella says their picture is; no browser is ever led there. */
    profilePic: text('profile_pic'),
    /** The address from which our copy was last fetched, or tried. */
    pictureOf: text('picture_of'),
    /** Our copy, in the media store; null: none could be had. */
    pictureSha256: text('picture_sha256'),
    tags: jsonb('tags').$type<string[]>().notNull(),
    botNode: text('bot_node'),
    /** The tree that the node stands in. */
    botTree: text('bot_tree'),
    memberSince: moment('member_since'),
    /** What they last said about marketing messages, and when; null: nothing. */
    marketing: text('marketing').$type<'stop' | 'resume'>(),
    marketingAt: moment('marketing_at'),
    /** When Stella was last asked; null until the first answer. */
    asOf: moment('as_of'),
    createdAt: moment('created_at').notNull(),
    /** The feed number at which we first met them: of two who prove to be one, the elder stays. 0: before it was kept. */
    createdFeed: big('created_feed').notNull().default(0),
    feed: big('feed').notNull(),
  },
  (table) => [
    uniqueIndex('members_identity').on(table.channelId, table.externalId),
    index('members_stella').on(table.channelId, table.stellaId),
    // Bytes that somebody shows are not dropped.
    index('members_picture').on(table.pictureSha256).where(sql`picture_sha256 is not null`),
  ],
)

/** Another id of a member on the same channel: a new number, or a user id beside the number. One thread for all. */
export const memberAliases = pgTable(
  'member_aliases',
  {
    channelId: uuid('channel_id').notNull(),
    externalId: text('external_id').notNull(),
    /** `external_id` of the row in `members`. */
    memberExternalId: text('member_external_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.channelId, table.externalId] }),
    index('member_aliases_member').on(table.channelId, table.memberExternalId),
  ],
)
