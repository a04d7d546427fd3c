import { sql } from 'drizzle-orm'
import {
  boolean,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Owner } from '@/lib/domain/owner/owner'
import type { Dialect, Platform } from '../../lib/domain/channel/channel'
import {
  type ChannelSettings,
  DEFAULT_CHANNEL_SETTINGS,
} from '../../lib/domain/channel/channel-settings'
import type { ConversationStatus } from '../../lib/domain/conversation/conversation'
import type { Outcome } from '../../lib/domain/log/outcome'
import type { MediaState } from '../../lib/domain/media/media-state'
import type { ActivityKind } from '../../lib/domain/message/activity'
import type { Author } from '../../lib/domain/message/author'
import type { Content, MediaKind } from '../../lib/domain/message/content'
import type { Delivery, Receipt } from '../../lib/domain/message/delivery'
import type { MessageContext } from '../../lib/domain/message/message-context'
import type { OwnerReason } from '../../lib/domain/owner/owner'
import type { ReplyContent } from '../../lib/domain/reply/reply-content'
import { big, jsonb, moment } from './columns'

/*
 * Folded tables: nothing but the fold writes them, and `inbox rebuild` makes them again from `events`.
 * Their times come from events and their ids are derived from events, so a rebuild gives the same rows.
 * `feed` is the number of the last change of a row, in commit order: "what changed after n" is an index scan.
 */

/** One row: the number of the last change. Written only under the fold lock. */
export const feedHead = pgTable('feed_head', {
  id: integer('id').primaryKey(),
  feed: big('feed').notNull(),
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
    error: text('error'),
    messages: integer('messages').notNull(),
    statuses: integer('statuses').notNull(),
    duplicates: integer('duplicates').notNull(),
  },
  (table) => [
    index('event_outcomes_feed').on(table.feed),
    index('event_outcomes_quarantine').on(table.eventId).where(sql`outcome = 'quarantined'`),
  ],
)

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

/**
 * A conversation that proved to be of the same member as another one and went into it: its lines stand there, its row
 * is gone, and whatever still names it means the other.
 */
export const mergedConversations = pgTable(
  'merged_conversations',
  {
    id: uuid('id').primaryKey(),
    intoId: uuid('into_id').notNull(),
    channelId: uuid('channel_id').notNull(),
    feed: big('feed').notNull(),
  },
  (table) => [
    index('merged_conversations_into').on(table.intoId),
    index('merged_conversations_feed').on(table.feed),
  ],
)

/**
 * A member's one thread on a channel; lives for ever, status open, snoozed or resolved.
 * Owner follows from `live_chat`, `assignee_id` and `asked_at` (lib/domain/owner/owner.ts) and is stored for the list's index.
 */
export const conversations = pgTable(
  'conversations',
  {
    id: uuid('id').primaryKey(),
    channelId: uuid('channel_id').notNull(),
    memberId: uuid('member_id').notNull(),
    status: text('status').$type<ConversationStatus>().notNull(),
    owner: text('owner').$type<Owner>().notNull(),
    ownerSince: moment('owner_since'),
    ownerWhy: text('owner_why').$type<OwnerReason>(),
    /** Our belief about Stella's flag; null until something told us. */
    liveChat: boolean('live_chat'),
    liveChatAsOf: moment('live_chat_as_of'),
    assigneeId: uuid('assignee_id'),
    /** When the member asked for a person in words, while the bot held the conversation. */
    askedAt: moment('asked_at'),
    /** Why the bot could not be stopped since. */
    botProblem: text('bot_problem'),
    /** The bot's first line while an agent held this stretch of the conversation. */
    driftAt: moment('drift_at'),
    /** When a person of ours last answered past this inbox; null again once the member has written. */
    elsewhereAt: moment('elsewhere_at'),
    /** Tags of the workspace that people put on, by name: what is no longer in the list stays on old conversations. */
    houseTags: jsonb('house_tags').$type<string[]>().notNull().default([]),
    unread: integer('unread').notNull(),
    lastMessageId: uuid('last_message_id'),
    lastActivityAt: moment('last_activity_at').notNull(),
    /** Platform time of the newest inbound message: the reply window is computed from it, never stored. */
    lastInboundAt: moment('last_inbound_at'),
    /** When the platform last said that the window had closed; a later inbound message opens it again. */
    windowRefusedAt: moment('window_refused_at'),
    /** Everything of ours that left by then was delivered, or read: also what is folded later. */
    deliveredUntil: moment('delivered_until'),
    readUntil: moment('read_until'),
    createdAt: moment('created_at').notNull(),
    feed: big('feed').notNull(),
  },
  (table) => [
    uniqueIndex('conversations_member').on(table.memberId),
    index('conversations_activity').on(table.lastActivityAt, table.id),
    index('conversations_owner').on(table.owner, table.lastActivityAt, table.id),
    // The queue: who waits longest stands first.
    index('conversations_waiting')
      .on(table.ownerSince, table.id)
      .where(sql`owner = 'waiting' and status = 'open'`),
    index('conversations_assignee').on(table.assigneeId, table.lastActivityAt, table.id),
    index('conversations_feed').on(table.feed),
    // Of tagged ones only: most are not, and every message changes its conversation's row.
    index('conversations_tags').using('gin', table.houseTags).where(sql`house_tags <> '[]'`),
  ],
)

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
    error: text('error'),
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
    index('messages_unread')
      .on(table.conversationId, table.sentAt)
      .where(sql`author <> 'member' and delivery in ('sent', 'delivered', 'failed')`),
  ],
)

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
  (table) => [
    primaryKey({ columns: [table.channelId, table.key] }),
    index('message_keys_message').on(table.messageId),
  ],
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
    error: text('error'),
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

/** What happened to a conversation beside its messages: taken over, handed back, resolved. Shown as a system line. */
export const activities = pgTable(
  'activities',
  {
    id: uuid('id').primaryKey(),
    conversationId: uuid('conversation_id').notNull(),
    kind: text('kind').$type<ActivityKind>().notNull(),
    at: moment('at').notNull(),
    /** What the platform said of it, or what it is about. */
    detail: text('detail'),
    agentId: uuid('agent_id'),
    eventId: big('event_id').notNull(),
    feed: big('feed').notNull(),
  },
  (table) => [
    index('activities_thread').on(table.conversationId, table.at),
    index('activities_feed').on(table.feed),
  ],
)

/**
 * Stretches of a conversation by who should answer: the bot, an agent, nobody yet (waiting), or not known. Each ends
 * when the next begins, so they never overlap and leave no gap; the last one is open. The base of numbers about time.
 */
export const ownershipSpans = pgTable(
  'ownership_spans',
  {
    conversationId: uuid('conversation_id').notNull(),
    /** 0 for the first of its conversation, then one more for each. */
    place: integer('place').notNull(),
    owner: text('owner').$type<Owner>().notNull(),
    /** Who, where the owner is an agent. */
    agentId: uuid('agent_id'),
    startedAt: moment('started_at').notNull(),
    endedAt: moment('ended_at'),
    why: text('why').$type<OwnerReason>().notNull(),
    /** Who made it so, where an agent did. */
    byAgentId: uuid('by_agent_id'),
    /** The member's word for a person, the bot's node, or the minutes of a timer. */
    detail: text('detail'),
    eventId: big('event_id').notNull(),
    feed: big('feed').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.conversationId, table.place] }),
    uniqueIndex('ownership_spans_open').on(table.conversationId).where(sql`ended_at is null`),
  ],
)

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
    reason: text('reason'),
  },
  (table) => [
    index('media_message').on(table.messageId),
    // The gallery of a conversation.
    index('media_conversation').on(table.conversationId),
    // Whether bytes are still needed, before they are dropped.
    index('media_bytes').on(table.sha256),
    index('media_thumbnail').on(table.thumbnailSha256),
  ],
)
