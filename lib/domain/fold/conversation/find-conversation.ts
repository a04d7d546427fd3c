import { NO_OWNER } from '@/lib/domain/owner/owner'
import type { ChannelRow, ConversationRow, MemberRow } from '@/lib/domain/rows'
import type { FoldEvent } from '../event'
import { watermarksBefore } from '../message/receipts'
import { beginSpan } from '../owner/spans'
import { memberKey, nextFeed, type World } from '../world'
import { conversationIn } from './change-rows'

/** The channel a delivery came to. A delivery is only accepted for a channel that exists. */
export function channelOf(world: World, event: FoldEvent): ChannelRow {
  const channel = event.channelId ? world.channels.get(event.channelId) : undefined
  if (!channel) throw new Error('The event names no channel that is in the log')
  return channel
}

/** The member and their one conversation, made when this is the first we hear of them. */
export function conversationOf(
  world: World,
  event: FoldEvent,
  externalId: string,
): { member: MemberRow; conversation: ConversationRow } {
  const member = memberOf(world, event, externalId)
  const id = conversationIdOf(world, member.channelId, member.externalId)
  const conversation = world.conversations.get(id) ?? makeConversation(world, event, member, id)
  return { member, conversation }
}

/** The member alone: somebody may be known by what they wish before anybody spoke. */
export function memberOf(world: World, event: FoldEvent, externalId: string): MemberRow {
  const channel = channelOf(world, event)
  const name = canonicalId(world, channel.id, externalId)
  const known = world.members.get(memberKey(channel.id, name))
  return known ?? makeMember(world, event, channel.id, name)
}

/** Where lines about somebody stand: in their conversation, also where none has begun yet. */
export function threadOf(world: World, event: FoldEvent, externalId: string): string {
  const { id } = channelOf(world, event)
  return conversationIdOf(world, id, canonicalId(world, id, externalId))
}

/** The conversation of somebody we have met; undefined before the first we hear of them. */
export function metConversationOf(
  world: World,
  event: FoldEvent,
  externalId: string,
): ConversationRow | undefined {
  const channel = channelOf(world, event)
  const name = canonicalId(world, channel.id, externalId)
  return world.conversations.get(conversationIdOf(world, channel.id, name))
}

/** The id under which we first met the member: theirs, or the one that this is another name of. */
export function canonicalId(world: World, channelId: string, externalId: string): string {
  return world.aliases.get(memberKey(channelId, externalId))?.memberExternalId ?? externalId
}

/** Ids derive from who is meant, so two processes and a rebuild agree on them. */
export function conversationIdOf(world: World, channelId: string, externalId: string): string {
  return world.idOf(`conversation\n${channelId}\n${externalId}`)
}

function makeMember(world: World, event: FoldEvent, channelId: string, externalId: string) {
  const feed = nextFeed(world)
  return world.members.put({
    id: world.idOf(`member\n${channelId}\n${externalId}`),
    channelId,
    externalId,
    movedTo: null,
    stellaId: null,
    name: null,
    profileName: null,
    email: null,
    locale: null,
    gender: null,
    profilePic: null,
    pictureOf: null,
    pictureSha256: null,
    tags: [],
    botNode: null,
    botTree: null,
    memberSince: null,
    marketing: null,
    marketingAt: null,
    asOf: null,
    createdAt: event.receivedAt,
    createdFeed: feed,
    feed,
  })
}

function makeConversation(world: World, event: FoldEvent, member: MemberRow, id: string) {
  const conversation: ConversationRow = {
    id,
    channelId: member.channelId,
    memberId: member.id,
    status: 'open',
    owner: 'unknown',
    ownerSince: event.receivedAt,
    ownerWhy: 'began',
    ...NO_OWNER,
    workspaceTags: [],
    unread: 0,
    lastMessageId: null,
    lastActivityAt: event.receivedAt,
    lastInboundAt: null,
    windowRefusedAt: null,
    deliveredUntil: null,
    readUntil: null,
    ...watermarksBefore(world, member),
    createdAt: event.receivedAt,
    feed: nextFeed(world),
  }
  world.conversations.put(conversation)
  beginSpan(world, event, conversation, { at: event.receivedAt, why: 'began' })
  askStella(world, event, id)
  return conversation
}

/** Stella is asked about one member at most this often (architecture.md "Owner"). */
const REFRESH_INTERVAL_MS = 15_000
/** The bot writes the flags back after it answered: asking at once would read them too early. */
export const BOT_SETTLES_MS = 1_000

/** Has the member read again: the bot may have flipped liveChat, and no event says so. */
export function askStella(world: World, event: FoldEvent, conversationId: string) {
  const { memberId } = conversationIn(world, conversationId)
  const asOf = world.members.inGroup(memberId)[0]?.asOf ?? 0
  const notBefore = Math.max(event.receivedAt + BOT_SETTLES_MS, asOf + REFRESH_INTERVAL_MS)
  world.effects.push({ type: 'refresh-member', conversationId, notBefore })
}
