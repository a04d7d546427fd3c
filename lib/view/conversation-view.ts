import type { Platform } from '@/lib/domain/channel/channel'
import type { OpeningHours } from '@/lib/domain/channel/opening-hours'
import type { ConversationStatus } from '@/lib/domain/conversation/conversation'
import {
  assigneeOf,
  type FoundConversation,
  type FullConversation,
  replyWindowOf,
} from '@/lib/domain/conversation/full-conversation'
import type { SearchHit } from '@/lib/domain/conversation/search-hit'
import type { Author } from '@/lib/domain/message/author'
import { DELETED_PREVIEW, type MessageKind, toPreview } from '@/lib/domain/message/content'
import type { Owner, OwnerReason } from '@/lib/domain/owner/owner'
import { type AgentRef, toAgentRef } from '@/lib/domain/people/agent-ref'
import type { Said } from '@/lib/i18n/reason'
import { paths } from '@/lib/paths'
import type { ChannelColor } from '../domain/channel/channel-options'
import { toIso } from './iso'

/* What HTTP and the stream say of a conversation. Times are ISO 8601 in UTC. */

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
  botProblem?: Said
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
    /** What it said, or a name for what was sent. */
    preview: Said
    sentAt: string
  }
  /** In the answer to a search: the newest message with the words, and the words with what stands around them. */
  hit?: SearchHit
  lastActivityAt: string
  lastInboundAt?: string
  /** When the platform stops taking free text; absent where there is no limit or no inbound message. */
  windowClosesAt?: string
  /** The platform itself said that the window has closed, whatever the time. */
  windowRefused?: true
}

/** A conversation as it stands in JSON. */
export function toConversationView(row: FoundConversation): ConversationView {
  const { closesAt, isRefused } = replyWindowOf(row)
  return {
    id: row.id,
    feed: row.feed,
    channel: {
      id: row.channelId,
      name: row.channelName,
      platform: row.platform,
      authorized: row.authorized,
      paused: row.pausedAt !== null,
      color: row.channelSettings.color,
      openingHours: row.channelSettings.openingHours,
      windowWarningMinutes: row.channelSettings.windowWarningMinutes,
    },
    member: {
      id: row.memberId,
      externalId: row.movedTo ?? row.externalId,
      stellaId: row.stellaId ?? undefined,
      name: nameOf(row),
      email: row.email ?? undefined,
      locale: row.locale ?? undefined,
      gender: row.gender ?? undefined,
      profilePic: toPortraitUrl(row),
      tags: row.tags,
      botNode: row.botNode ?? undefined,
      botTree: row.botTree ?? undefined,
      memberSince: toIso(row.memberSince),
      marketing: marketingOf(row),
      asOf: toIso(row.asOf),
    },
    owner: row.owner,
    ownerSince: toIso(row.ownerSince),
    ownerWhy: row.ownerWhy ?? undefined,
    botProblem: row.botProblem ?? undefined,
    liveChat: row.liveChat,
    liveChatAsOf: toIso(row.liveChatAsOf),
    driftAt: toIso(row.driftAt),
    status: row.status,
    assignee: assigneeOf(row),
    tags: row.workspaceTags,
    unread: row.unread,
    failedReplies: row.failedReplies || undefined,
    lastMessage: lastMessageOf(row),
    lastActivityAt: toIso(row.lastActivityAt),
    lastInboundAt: toIso(row.lastInboundAt),
    windowClosesAt: toIso(closesAt),
    windowRefused: isRefused || undefined,
    hit: row.hit,
  }
}

/** Ours, never the address that Stella gave: the browser asks nobody else. Absent until we have a copy. */
function toPortraitUrl({ memberId, profilePic, pictureSha256 }: FullConversation) {
  if (!profilePic || !pictureSha256) return undefined
  return paths.api.memberPicture(memberId, pictureSha256.slice(0, 12))
}

function marketingOf({ marketing, marketingAt }: FullConversation) {
  const at = toIso(marketingAt)
  return marketing && at ? { wish: marketing, at } : undefined
}

/** Display name: Stella's, else the platform profile's, else the number (Facts §6.1). */
function nameOf(row: FullConversation): string {
  return row.memberName ?? row.profileName ?? row.movedTo ?? row.externalId
}

function lastMessageOf(row: FullConversation): ConversationView['lastMessage'] {
  if (!row.lastAuthor || !row.lastContent || row.lastSentAt === null) return undefined
  return {
    author: row.lastAuthor,
    agent: toAgentRef(row.lastAgentId, row.lastAgentName),
    kind: row.lastDeletedAt === null ? row.lastContent.type : 'text',
    preview: row.lastDeletedAt === null ? toPreview(row.lastContent) : DELETED_PREVIEW,
    sentAt: toIso(row.lastSentAt),
  }
}
