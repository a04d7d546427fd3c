import { sql } from 'drizzle-orm'
import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { MediaState } from '../../../lib/domain/media/media-state'
import type { MediaKind } from '../../../lib/domain/message/content'
import type { Said } from '../../../lib/i18n/reason'
import { big, jsonb } from '../columns'

/**
 * A file of a message. State waiting → stored, gone (could not be had) or refused (against a rule); `reason`
 * says why. What is gone may be asked for again; what was stored long enough is expired and has no bytes any more.
 * Bytes are stored once by sha256 outside the database.
 */
export const media = pgTable(
  'media',
  {
    id: uuid('id').primaryKey(),
    messageId: uuid('message_id').notNull(),
    conversationId: uuid('conversation_id').notNull(),
    channelId: uuid('channel_id').notNull(),
    kind: text('kind').$type<MediaKind>().notNull(),
    /** A WhatsApp media id to resolve through the File API, or else a public address. */
    whatsappMediaId: text('whatsapp_media_id'),
    sourceUrl: text('source_url'),
    name: text('name'),
    state: text('state').$type<MediaState>().notNull(),
    type: text('type'),
    size: big('size'),
    width: integer('width'),
    height: integer('height'),
    durationMs: integer('duration_ms'),
    /** Loudness in 64 equal steps of time, 0 to 100. */
    peaks: jsonb('peaks').$type<number[]>(),
    /** A picture of a few pixels as a data address. */
    blur: text('blur'),
    sha256: text('sha256'),
    thumbnailSha256: text('thumbnail_sha256'),
    reason: jsonb('reason').$type<Said>(),
  },
  (table) => [
    index('media_message').on(table.messageId),
    // The gallery of a conversation.
    index('media_conversation').on(table.conversationId),
    // What came as a picture and is none by its bytes.
    index('media_no_picture')
      .on(table.conversationId)
      .where(sql`kind in ('image', 'video') and type = 'application/octet-stream'`),
    // Whether bytes are still needed, before they are dropped.
    index('media_bytes').on(table.sha256),
    index('media_thumbnail').on(table.thumbnailSha256),
  ],
)
