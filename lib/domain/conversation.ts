import type { AgentSettings } from './agent-settings'
import type { Platform } from './channel'
import type { Content, MediaKind, MessageKind } from './content'
import type { MessageContext } from './context'
import type { Delivery } from './delivery'
import type { OwnerReason } from './owner'
import type { Role } from './role'

export const STATUSES = ['open', 'snoozed', 'resolved'] as const
export type ConversationStatus = (typeof STATUSES)[number]

/** Who should answer now. `unknown` until Stella has told us the member's liveChat once. */
export const OWNERS = ['bot', 'agent', 'waiting', 'unknown'] as const
export type Owner = (typeof OWNERS)[number]

export const AUTHORS = ['member', 'bot', 'agent', 'api', 'relay'] as const
export type Author = (typeof AUTHORS)[number]

export const VIEWS = ['mine', 'waiting', 'bot', 'all'] as const
export type View = (typeof VIEWS)[number]

/** Times in everything below are ISO 8601 strings in UTC: this is what the HTTP interface says. */
export interface AgentRef {
  id: string
  name: string
}

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
  profilePic?: string
  tags: string[]
  botNode?: string
  botTree?: string
  memberSince?: string
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
  /** When the bot first spoke while an agent owned the talk, in this stretch of it. */
  driftAt?: string
  status: ConversationStatus
  assignee?: AgentRef
  unread: number
  lastMessage?: {
    author: Author
    agent?: AgentRef
    kind: MessageKind
    preview: string
    sentAt: string
  }
  lastActivityAt: string
  lastInboundAt?: string
  /** When the platform stops taking free text; absent where there is no limit or no inbound message. */
  windowClosesAt?: string
  /** The platform itself said that the window has closed, whatever the time. */
  windowRefused?: true
}

export const MEDIA_STATES = ['waiting', 'stored', 'gone', 'refused', 'expired'] as const
export type MediaState = (typeof MEDIA_STATES)[number]

export interface MediaView {
  id: string
  kind: MediaKind
  state: MediaState
  /** MIME type, from the bytes once stored. */
  type?: string
  name?: string
  size?: number
  width?: number
  height?: number
  durationMs?: number
  /** Loudness in equal steps of time, 0 to 100. */
  peaks?: number[]
  /** A picture of a few pixels as a data address, to show until the real one is there. */
  blur?: string
  /** Why it is gone, refused, late, or can only be downloaded, in words. */
  reason?: string
  url: string
  thumbnailUrl?: string
}

/** A file of a conversation's gallery, with its message. */
export interface GalleryItem extends MediaView {
  messageId: string
  sentAt: string
  /** Position in the thread, and the cursor of what is older. */
  order: string
}

/** Newest first. */
export interface GalleryPage {
  items: GalleryItem[]
  nextCursor: string | null
}

/** A file that waits in the composer, on the server already. */
export interface UploadView
  extends Pick<
    MediaView,
    'id' | 'kind' | 'width' | 'height' | 'durationMs' | 'peaks' | 'blur' | 'url'
  > {
  name: string
  type: string
  /** Bytes. */
  size: number
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

export type ActivityKind =
  | 'took-over'
  | 'handed-back'
  | 'idle-handed-back'
  | 'idle-resolved'
  | 'assigned'
  | 'unassigned'
  | 'bot-asked'
  | 'member-asked'
  | 'bot-not-stopped'
  | 'bot-spoke'
  | 'bot-took-back'
  | 'node-refused'
  | 'resolved'
  | 'reopened'
  | 'disconnected'
  | 'reconnected'
  | 'id-changed'
  | 'identity-changed'
  | 'came-by-link'
  | 'opted-in'
  | 'opened-chat'
  | 'noticed'

/** A line between messages: who took over, handed back, resolved. Folded from the log, never sent. */
export interface Activity {
  id: string
  at: string
  order: string
  kind: ActivityKind
  agent?: AgentRef
  /**
   * For what the platform told about the member: in its words, or what it is about. Else the member's word for a
   * person, the bot's node, the minutes of a timer, who assigned it, or why the bot could not be stopped.
   */
  detail?: string
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

export type Counts = Record<View, number>

/** One frame of `GET /api/stream`: every row that changed up to `feed`, as it is now. */
export interface Changes {
  feed: number
  /** A channel was connected or disconnected: what every conversation of it shows has changed. */
  channelsChanged?: true
  conversations: ConversationView[]
  messages: MessageView[]
  activities: (Activity & { conversationId: string })[]
}
