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
import type { ConversationStatus } from '../../../lib/domain/conversation/conversation'
import type { ActivityKind } from '../../../lib/domain/message/activity'
import type { Owner, OwnerReason } from '../../../lib/domain/owner/owner'
import type { Said } from '../../../lib/i18n/reason'
import { big, jsonb, moment } from '../columns'

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
    botProblem: jsonb('bot_problem').$type<Said>(),
    /** The bot's first line while an agent held this stretch of the conversation. */
    driftAt: moment('drift_at'),
    /** When a person of ours last answered past this inbox; null again once the member has written. */
    elsewhereAt: moment('elsewhere_at'),
    /** Tags of the workspace that people put on, by name: what is no longer in the list stays on old conversations. */
    workspaceTags: jsonb('workspace_tags').$type<string[]>().notNull().default([]),
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
    // Each list by an index in its order, and once more by channel for whoever looks at some channels only.
    index('conversations_channel').on(table.channelId, table.lastActivityAt, table.id),
    // The queue: who waits longest stands first.
    index('conversations_waiting')
      .on(table.ownerSince, table.id)
      .where(sql`owner = 'waiting' and status = 'open'`),
    index('conversations_waiting_channel')
      .on(table.channelId, table.ownerSince, table.id)
      .where(sql`owner = 'waiting' and status = 'open'`),
    index('conversations_bot')
      .on(table.lastActivityAt, table.id)
      .where(sql`owner in ('bot', 'unknown') and status = 'open'`),
    index('conversations_bot_channel')
      .on(table.channelId, table.lastActivityAt, table.id)
      .where(sql`owner in ('bot', 'unknown') and status = 'open'`),
    // By status, so that what somebody has resolved doesn't stand between what they hold.
    index('conversations_holder')
      .on(table.assigneeId, table.status, table.lastActivityAt, table.id)
      .where(sql`assignee_id is not null`),
    index('conversations_feed').on(table.feed),
    // Of tagged ones only: most are not, and every message changes its conversation's row.
    index('conversations_tags')
      .using('gin', table.workspaceTags)
      .where(sql`workspace_tags <> '[]'`),
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

/** What happened to a conversation beside its messages: taken over, handed back, resolved. Shown as a system line. */
export const activities = pgTable(
  'activities',
  {
    id: uuid('id').primaryKey(),
    conversationId: uuid('conversation_id').notNull(),
    kind: text('kind').$type<ActivityKind>().notNull(),
    at: moment('at').notNull(),
    /** What the platform said of it, or what it is about. */
    detail: jsonb('detail').$type<Said>(),
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
