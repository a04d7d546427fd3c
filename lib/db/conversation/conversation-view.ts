import { isWindowRefused, type Platform, windowClosesAt } from '@/lib/domain/channel/channel'
import type { ChannelSettings } from '@/lib/domain/channel/channel-settings'
import type { Author, ConversationView } from '@/lib/domain/conversation/conversation'
import { type Content, DELETED_PREVIEW, toPreview } from '@/lib/domain/message/content'
import type { ConversationRow, MemberRow } from '@/lib/domain/rows'
import { paths } from '@/lib/paths'
import { toIso } from '../iso'
import { FAILED_REPLIES } from '../reply/failed-replies'

/** What `SELECT` gives. */
export type ConversationViewRow = ConversationRow &
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

/** Conversations with their member, channel, assignee and newest line. */
export const SELECT = `
  select c.*, m.external_id, m.moved_to, m.stella_id, m.name as member_name, m.profile_name, m.email, m.locale,
    m.gender, m.profile_pic, m.picture_sha256, m.tags, m.bot_node, m.bot_tree, m.member_since, m.marketing, m.marketing_at, m.as_of,
    ch.name as channel_name, ch.platform, ch.authorized, ch.paused_at, ch.settings as channel_settings, a.name as assignee_name,
    l.author as last_author, l.content as last_content, l.deleted_at as last_deleted_at, l.sent_at as last_sent_at,
    l.agent_id as last_agent_id, la.name as last_agent_name, ${FAILED_REPLIES}
  from conversations c
    join members m on m.id = c.member_id
    join channels ch on ch.id = c.channel_id
    left join agents a on a.id = c.assignee_id
    left join messages l on l.id = c.last_message_id
    left join agents la on la.id = l.agent_id`

/** A conversation as it stands in JSON. */
export function toConversationView(row: ConversationViewRow): ConversationView {
  const lastInboundAt = row.lastInboundAt ?? undefined
  const refusedAt = row.windowRefusedAt ?? undefined
  const closesAt = windowClosesAt(row.platform, lastInboundAt, refusedAt)
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
    assignee: row.assigneeId
      ? { id: row.assigneeId, name: row.assigneeName ?? 'A former agent' }
      : undefined,
    tags: row.houseTags,
    unread: row.unread,
    failedReplies: row.failedReplies || undefined,
    lastMessage: lastMessageOf(row),
    lastActivityAt: new Date(row.lastActivityAt).toISOString(),
    lastInboundAt: toIso(row.lastInboundAt),
    windowClosesAt: toIso(closesAt),
    windowRefused: isWindowRefused(lastInboundAt, refusedAt) || undefined,
  }
}

/** Ours, never the address that Stella gave: the browser asks nobody else. Absent until we have a copy. */
function toPortraitUrl({ memberId, profilePic, pictureSha256 }: ConversationViewRow) {
  if (!profilePic || !pictureSha256) return undefined
  return paths.api.memberPicture(memberId, pictureSha256.slice(0, 12))
}

function marketingOf({ marketing, marketingAt }: ConversationViewRow) {
  const at = toIso(marketingAt)
  return marketing && at ? { wish: marketing, at } : undefined
}

/** Display name: Stella's, else the platform profile's, else the number (Facts §6.1). */
function nameOf(row: ConversationViewRow): string {
  return row.memberName ?? row.profileName ?? row.movedTo ?? row.externalId
}

function lastMessageOf(row: ConversationViewRow): ConversationView['lastMessage'] {
  if (!row.lastAuthor || !row.lastContent || row.lastSentAt === null) return undefined
  return {
    author: row.lastAuthor,
    agent: row.lastAgentId
      ? { id: row.lastAgentId, name: row.lastAgentName ?? 'A former agent' }
      : undefined,
    kind: row.lastDeletedAt === null ? row.lastContent.type : 'text',
    preview: row.lastDeletedAt === null ? toPreview(row.lastContent) : DELETED_PREVIEW,
    sentAt: new Date(row.lastSentAt).toISOString(),
  }
}
