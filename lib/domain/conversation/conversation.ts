import type { Platform } from '../channel/channel'
import type { ChannelColor } from '../channel/channel-settings'
import type { OpeningHours } from '../channel/opening-hours'
import type { MediaView } from '../media/media-view'
import type { Activity } from '../message/activity'
import type { Content, MessageKind } from '../message/content'
import type { Delivery } from '../message/delivery'
import type { MessageContext } from '../message/message-context'
import type { Owner, OwnerReason } from '../owner/owner'
import type { AgentRef } from '../people/agent-ref'
import type { AgentSettings } from '../people/agent-settings'
import type { Role } from '../people/role'

const STATUSES = ['open', 'snoozed', 'resolved'] as const
export type ConversationStatus = (typeof STATUSES)[number]

/** `phone`: a person of ours in the platform's app; `page`: in the platform's own inbox of the page. */
const AUTHORS = ['member', 'bot', 'agent', 'api', 'relay', 'phone', 'page'] as const
export type Author = (typeof AUTHORS)[number]

/** What authors are called on screen who are neither the member nor somebody with a name. */
export const AUTHOR_NAMES: Record<Exclude<Author, 'member' | 'agent'>, string> = {
  bot: 'Bot',
  api: 'API',
  relay: 'Relay',
  phone: 'Phone app',
  page: 'Page inbox',
}

export const VIEWS = ['mine', 'waiting', 'bot', 'all'] as const
export type View = (typeof VIEWS)[number]

/** Times in everything below are ISO 8601 strings in UTC: this is what the HTTP interface says. */
export interface Viewer extends AgentRef {
  email: string
  role: Role
  settings: AgentSettings
  /** The channels they are kept to; absent: all (lib/domain/permissions.ts). */
  channelIds?: string[]
  avatarUrl?: string
}

export interface ChannelRef {
  id: string
  name: string
  platform: Platform
  /** False after the app was disconnected on Stella's side: nothing can be sent. */
  authorized: boolean
  /** Nothing is sent for now, by an admin's wish. */
  paused?: boolean
  /** The colour by which agents tell it from others; absent: none was chosen. */
  color?: ChannelColor
  /** When people answer; absent: always. */
  openingHours?: OpeningHours
  /** From how many minutes before its end a closing reply window is pointed out; absent: 120. */
  windowWarningMinutes?: number
}

/** What Stella knows of the member, copied when it was last read. */
export interface MemberView {
  id: string
  externalId: string
  stellaId?: string
  name: string
  email?: string
  locale?: string
  gender?: string
  /** The address of our copy of their picture. */
  profilePic?: string
  tags: string[]
  botNode?: string
  botTree?: string
  memberSince?: string
  /** What they last told the platform about marketing messages; absent: nothing. */
  marketing?: { wish: 'stop' | 'resume'; at: string }
  /** When Stella was last asked; absent until the first answer. */
  asOf?: string
}

export interface ConversationView {
  id: string
  feed: number
  channel: ChannelRef
  member: MemberView
  owner: Owner
  /** Since when the owner is who it is. */
  ownerSince?: string
  /** Why the owner is who it is. */
  ownerWhy?: OwnerReason
  /** The member asked for a person and the bot could not be stopped: why. */
  botProblem?: string
  /** Our belief about Stella's `botMeta.liveChat`; null when it was never read. */
  liveChat: boolean | null
  liveChatAsOf?: string
  /** When the bot first spoke while an agent owned the conversation, in this stretch of it. */
  driftAt?: string
  status: ConversationStatus
  assignee?: AgentRef
  /** Tags of the workspace; those of Stella are the member's. */
  tags: string[]
  unread: number
  /** Replies of ours that did not arrive and that nobody has looked after; absent: none. */
  failedReplies?: number
  lastMessage?: {
    author: Author
    agent?: AgentRef
    kind: MessageKind
    preview: string
    sentAt: string
  }
  /** In the answer to a search: the newest message with the words, and the words with what stands around them. */
  hit?: { messageId: string; text: string }
  lastActivityAt: string
  lastInboundAt?: string
  /** When the platform stops taking free text; absent where there is no limit or no inbound message. */
  windowClosesAt?: string
  /** The platform itself said that the window has closed, whatever the time. */
  windowRefused?: true
}

export interface MessageView {
  id: string
  conversationId: string
  feed: number
  author: Author
  agent?: AgentRef
  kind: MessageKind
  text?: string
  content: Content
  sentAt: string
  receivedAt: string
  /** Position in the thread: compare as strings, ascending. */
  order: string
  /** It came more than two minutes after it was sent. */
  late?: boolean
  delivery?: Delivery
  /** The reason of a failed or delayed message, in Stella's or the platform's own words. */
  error?: string
  /** When Stella was last asked to send it. */
  attemptedAt?: string
  /** For a queued message that waits because Stella can't be reached: when it is tried next. */
  nextAttemptAt?: string
  /** A queued message that is held back until then, so that its writer can undo it. */
  heldUntil?: string
  /** A scheduled message: when it is sent. It stands outside the thread until then. */
  sendAt?: string
  /** A scheduled message that is given up when the member writes first. */
  unlessMemberWrites?: true
  platformMessageId?: string
  replyTo?: { platformMessageId: string; messageId?: string; preview?: string; author?: Author }
  reactions: { emoji: string; author: Author; at: string }[]
  media: MediaView[]
  context?: MessageContext
  /** It was deleted on the platform: what it said is not shown. */
  deleted?: true
  /** It turned out to be a second sight of another line: take it off the screen. */
  removed?: true
}

/** A place in the bot's tree at which it can go on with a member. */
export interface BotNode {
  id: string
  tree?: string
}

export interface Page<Item> {
  items: Item[]
  nextCursor: string | null
}

export interface ThreadPage {
  /** Oldest first. */
  items: MessageView[]
  activities: Activity[]
  previousCursor: string | null
}

/** How many conversations each view holds; `failed`: how many of the viewer's own replies did not arrive. */
export type Counts = Record<View | 'failed', number>

/** One frame of `GET /api/stream`: every row that changed up to `feed`, as it is now. */
export interface Changes {
  feed: number
  /** A channel was connected or disconnected: what every conversation of it shows has changed. */
  channelsChanged?: true
  conversations: ConversationView[]
  messages: MessageView[]
  activities: (Activity & { conversationId: string })[]
  /** Conversations that went into another one of the same member. */
  merged?: MergedView[]
}

interface MergedView {
  id: string
  intoId: string
  channelId: string
}
