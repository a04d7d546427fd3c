import { sql } from 'drizzle-orm'
import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { MediaKind } from '../../lib/domain/message/content'
import type { StoredFile } from '../../lib/domain/message/file-facts'
import { jsonb, moment, now } from './columns'

/**
 * A file that an agent has uploaded for a reply in one conversation. The reply copies what is known of it into the log;
 * what is never sent is forgotten after a week, with its bytes.
 */
export const uploads = pgTable(
  'uploads',
  {
    /** Made by the browser, so that the same upload again is the same row. */
    id: uuid('id').primaryKey(),
    agentId: uuid('agent_id').notNull(),
    conversationId: uuid('conversation_id').notNull(),
    /** As what the platform gets it. */
    kind: text('kind').$type<MediaKind>().notNull(),
    name: text('name').notNull(),
    file: jsonb('file').$type<StoredFile>().notNull(),
    createdAt: moment('created_at').notNull().default(now),
  },
  (table) => [
    index('uploads_bytes').on(sql`(${table.file}->>'sha256')`),
    index('uploads_age').on(table.createdAt),
  ],
)

/**
 * Bytes that somebody is about to keep, and that no row names yet: the nightly clearing leaves them alone for an hour
 * (lib/db/media/media-claims.ts). The row of `media` or `uploads` that follows is what keeps them for good.
 */
export const mediaClaims = pgTable('media_claims', {
  /** Hex. */
  sha256: text('sha256').primaryKey(),
  claimedAt: moment('claimed_at').notNull().default(now),
})
