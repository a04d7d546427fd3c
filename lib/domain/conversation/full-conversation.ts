import { isWindowRefused, type Platform, windowClosesAt } from '../channel/channel'
import type { ChannelSettings } from '../channel/channel-settings'
import type { Author } from '../message/author'
import type { Content } from '../message/content'
import { type AgentRef, toAgentRef } from '../people/agent-ref'
import type { ConversationRow, MemberRow } from '../rows'
import type { SearchHit } from './search-hit'

/** A conversation with its member, channel, assignee and newest message, as one query reads them. Times in epoch ms. */
export type FullConversation = ConversationRow &
  Pick<
    MemberRow,
    | 'externalId'
    | 'movedTo'
    | 'stellaId'
    | 'profileName'
    | 'email'
    | 'locale'
    | 'gender'
    | 'profilePic'
    | 'pictureSha256'
    | 'tags'
    | 'botNode'
    | 'botTree'
    | 'memberSince'
    | 'marketing'
    | 'marketingAt'
    | 'asOf'
  > & {
    memberName: string | null
    channelName: string
    platform: Platform
    authorized: boolean
    pausedAt: number | null
    channelSettings: ChannelSettings
    assigneeName: string | null
    lastAuthor: Author | null
    lastContent: Content | null
    lastDeletedAt: number | null
    lastSentAt: number | null
    lastAgentId: string | null
    lastAgentName: string | null
    failedReplies: number
  }

/** One of a list, with what a search found in it. */
export type FoundConversation = FullConversation & { hit?: SearchHit }

/** Who holds it. */
export function assigneeOf({ assigneeId, assigneeName }: FullConversation): AgentRef | undefined {
  return toAgentRef(assigneeId, assigneeName)
}

/** When the platform stops taking free text, in epoch ms, and whether it said by itself that it has stopped. */
export function replyWindowOf({ platform, lastInboundAt, windowRefusedAt }: FullConversation) {
  const inboundAt = lastInboundAt ?? undefined
  const refusedAt = windowRefusedAt ?? undefined
  return {
    closesAt: windowClosesAt(platform, inboundAt, refusedAt),
    isRefused: isWindowRefused(inboundAt, refusedAt),
  }
}
