import { sql } from 'drizzle-orm'
import { boolean, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { Author } from '../../../lib/domain/message/author'
import type { Content } from '../../../lib/domain/message/content'
import type { Delivery } from '../../../lib/domain/message/delivery'
import type { MessageContext } from '../../../lib/domain/message/message-context'
import type { ReplyContent } from '../../../lib/domain/reply/reply-content'
import type { Said } from '../../../lib/i18n/reason'
import { big, jsonb, moment } from '../columns'

/**
 * Messages that may have something on a shelf of the gallery, as a condition. A message is of the kind of its first file, so
 * one with several may stand on either.
 */
const isAlbum = "jsonb_array_length(content->'mediaIds') > 1"
export const PICTURES = `not removed and (content->>'type' in ('image', 'video') or ${isAlbum})`
export const FILES = `not removed and (content->>'type' in ('audio', 'voice', 'file') or ${isAlbum})`

/**
 * One line of a thread. For an agent's reply `id` is the id the browser made; `delivery` then goes
 * queued → sending → sent → delivered → read, or failed, or unconfirmed (lib/domain/message/delivery.ts).
 * Uniqueness of platform messages lives in `message_keys`. Thread order: (sent_at, event_id, place).
 */
export const messages = pgTable(
  'messages',
  {
    id: uuid('id').primaryKey(),
    conversationId: uuid('conversation_id').notNull(),
    channelId: uuid('channel_id').notNull(),
    author: text('author').$type<Author>().notNull(),
    agentId: uuid('agent_id'),
    content: jsonb('content').$type<Content>().notNull(),
    /** What an agent's reply takes to the platform; null for a text, of which `content` says everything. */
    reply: jsonb('reply').$type<ReplyContent>(),
    /** How the words came and what they are about: forwarded, from an ad, on a product. */
    context: jsonb('context').$type<MessageContext>(),
    platformMessageId: text('platform_message_id'),
    replyToPlatformId: text('reply_to_platform_id'),
    sentAt: moment('sent_at').notNull(),
    receivedAt: moment('received_at').notNull(),
    eventId: big('event_id').notNull(),
    place: integer('place').notNull(),
    delivery: text('delivery').$type<Delivery>(),
    /** Why it did not arrive, in our words or Stella's. */
    error: jsonb('error').$type<Said>(),
    /** Set by `reply.attempted`, so a reply that was never tried can't be confirmed by somebody else's echo. */
    attemptedAt: moment('attempted_at'),
    nextAttemptAt: moment('next_attempt_at'),
    /** A queued reply is held back until then, so that its writer can undo it. Null from the first attempt on. */
    heldUntil: moment('held_until'),
    /** A scheduled reply waits for this time, outside the thread. Null once it is due. */
    sendAt: moment('send_at'),
    /** A scheduled reply is given up when the member writes first. */
    unlessMemberWrites: boolean('unless_member_writes').notNull().default(false),
    /** The MANUAL echo of this reply has arrived. */
    echoed: boolean('echoed').notNull(),
    /** The event that brought the echo. */
    echoEventId: big('echo_event_id'),
    /** Shown because of a normalized event only; the raw event of the same message adopts it. */
    provisional: boolean('provisional').notNull(),
    /** It turned out to be a second sight of another line. Kept for the log's sake, shown nowhere. */
    removed: boolean('removed').notNull(),
    /** When it was deleted on the platform: what it said is shown nowhere. */
    deletedAt: moment('deleted_at'),
    /** The feed number at which the line first appeared. */
    createdFeed: big('created_feed').notNull(),
    feed: big('feed').notNull(),
  },
  (table) => [
    // Partial, so that Postgres walks it in its order even before it has counted how many lines are removed.
    index('messages_thread')
      .on(table.conversationId, table.sentAt, table.eventId, table.place)
      .where(sql`not removed and send_at is null`),
    index('messages_feed').on(table.feed),
    index('messages_arrival').on(table.conversationId, table.createdFeed),
    index('messages_unsettled')
      .on(table.conversationId)
      .where(sql`author = 'agent' and not echoed`),
    index('messages_scheduled')
      .on(table.conversationId, table.sendAt)
      .where(sql`send_at is not null`),
    index('messages_outbox')
      .on(table.delivery, table.sentAt, table.id)
      .where(
        sql`author = 'agent' and not removed and delivery in ('queued', 'sending', 'failed', 'unconfirmed')`,
      ),
    // Whether a conversation's row has to say that a reply did not arrive: hardly any does.
    index('messages_failed')
      .on(table.conversationId)
      .where(sql`author = 'agent' and delivery = 'failed' and not removed`),
    // Those of one writer, for the number above the list.
    index('messages_failed_of')
      .on(table.agentId, table.sentAt)
      .where(sql`author = 'agent' and delivery = 'failed' and not removed`),
    // The shelves of a gallery in its order (lib/db/media/gallery.ts).
    index('messages_pictures')
      .on(table.conversationId, table.sentAt, table.eventId, table.place)
      .where(sql.raw(PICTURES)),
    index('messages_files')
      .on(table.conversationId, table.sentAt, table.eventId, table.place)
      .where(sql.raw(FILES)),
    // What was deleted, by all that may lead to it: hardly any is.
    index('messages_deleted')
      .on(table.conversationId, table.sentAt)
      .where(sql`deleted_at is not null`),
    index('messages_deleted_event').on(table.eventId).where(sql`deleted_at is not null`),
    index('messages_deleted_echo').on(table.echoEventId).where(sql`deleted_at is not null`),
    index('messages_unread')
      .on(table.conversationId, table.sentAt)
      .where(sql`author <> 'member' and delivery in ('sent', 'delivered', 'failed')`),
  ],
)
