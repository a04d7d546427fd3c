import type { Dialect, Platform } from './channel/channel'
import type { ChannelSettings } from './channel/channel-settings'
import type { Author, ConversationStatus } from './conversation/conversation'
import type { MediaState } from './media/media-view'
import type { Activity } from './message/activity'
import type { Content, MediaKind } from './message/content'
import type { Delivery, Receipt } from './message/delivery'
import type { MessageContext } from './message/message-context'
import type { Owner, OwnerReason, OwnerState } from './owner/owner'
import type { ReplyContent } from './reply/reply-content'

/*
 * The rows the fold reads and writes, as plain values: times in epoch ms, null for what is not known.
 * The tables are described in drizzle/schema/folded.ts.
 */

/** How an event ended. `applied`: one of our own events took effect. */
export const OUTCOMES = [
  'message',
  'status',
  'duplicate',
  'ignored',
  'quarantined',
  'applied',
] as const
export type Outcome = (typeof OUTCOMES)[number]

export interface ChannelRow {
  id: string
  connectionId: string
  name: string
  platform: Platform
  stellaId: string
  externalId: string
  dialect: Dialect
  settings: ChannelSettings
  authorized: boolean
  connectedAt: number
  disconnectedAt: number | null
  /** Since when nothing is sent although it is connected. */
  pausedAt: number | null
  feed: number
}

export interface MemberRow {
  id: string
  channelId: string
  externalId: string
  movedTo: string | null
  stellaId: string | null
  name: string | null
  profileName: string | null
  email: string | null
  locale: string | null
  gender: string | null
  profilePic: string | null
  pictureOf: string | null
  pictureSha256: string | null
  tags: string[]
  botNode: string | null
  botTree: string | null
  memberSince: number | null
  marketing: 'stop' | 'resume' | null
  marketingAt: number | null
  asOf: number | null
  createdAt: number
  createdFeed: number
  feed: number
}

export interface ConversationRow extends OwnerState {
  id: string
  channelId: string
  memberId: string
  status: ConversationStatus
  owner: Owner
  ownerSince: number | null
  ownerWhy: OwnerReason | null
  /** Tags of the house, in the order in which they were put on. */
  houseTags: string[]
  unread: number
  lastMessageId: string | null
  lastActivityAt: number
  lastInboundAt: number | null
  windowRefusedAt: number | null
  deliveredUntil: number | null
  readUntil: number | null
  createdAt: number
  feed: number
}

export interface MessageRow {
  id: string
  conversationId: string
  channelId: string
  author: Author
  agentId: string | null
  content: Content
  reply: ReplyContent | null
  context: MessageContext | null
  platformMessageId: string | null
  replyToPlatformId: string | null
  sentAt: number
  receivedAt: number
  eventId: number
  place: number
  delivery: Delivery | null
  error: string | null
  attemptedAt: number | null
  nextAttemptAt: number | null
  heldUntil: number | null
  sendAt: number | null
  unlessMemberWrites: boolean
  echoed: boolean
  echoEventId: number | null
  provisional: boolean
  removed: boolean
  deletedAt: number | null
  createdFeed: number
  feed: number
}

export interface MessageKeyRow {
  channelId: string
  key: string
  messageId: string
  guessed: boolean
}

export interface SightingRow {
  channelId: string
  contentKey: string
  source: 'raw' | 'normalized'
  second: number
  ref: string
  messageId: string | null
}

export interface ReceiptRow {
  channelId: string
  platformMessageId: string
  status: Receipt
  at: number
  error: string | null
  eventId: number
}

export interface ReactionRow {
  channelId: string
  platformMessageId: string
  actor: string
  by: 'member' | 'us'
  emoji: string | null
  at: number
}

export interface MemberAliasRow {
  channelId: string
  externalId: string
  memberExternalId: string
}

/** A conversation that went into another one of the same member. */
export interface MergedConversationRow {
  id: string
  intoId: string
  channelId: string
  feed: number
}

export interface ActivityRow {
  id: string
  conversationId: string
  kind: Activity['kind']
  at: number
  detail: string | null
  agentId: string | null
  eventId: number
  feed: number
}

/** A stretch of a conversation in which one owner should answer. */
export interface OwnershipSpanRow {
  conversationId: string
  /** 0 for the first of its conversation, then one more for each. */
  place: number
  owner: Owner
  agentId: string | null
  startedAt: number
  /** Null: not over yet. */
  endedAt: number | null
  why: OwnerReason
  byAgentId: string | null
  detail: string | null
  eventId: number
  feed: number
}

export interface MediaRow {
  id: string
  messageId: string
  conversationId: string
  channelId: string
  kind: MediaKind
  whatsappMediaId: string | null
  sourceUrl: string | null
  name: string | null
  state: MediaState
  type: string | null
  size: number | null
  width: number | null
  height: number | null
  durationMs: number | null
  peaks: number[] | null
  blur: string | null
  sha256: string | null
  thumbnailSha256: string | null
  reason: string | null
}

export interface OutcomeRow {
  eventId: number
  feed: number
  outcome: Outcome
  reading: string | null
  rule: string | null
  error: string | null
  messages: number
  statuses: number
  duplicates: number
}
