import { compareOrder } from '@/lib/domain/conversation/order'
import { NO_OWNER, type OwnerState } from '@/lib/domain/owner/owner'
import { CANCELLED } from '@/lib/domain/reply/reply'
import type {
  ActivityRow,
  ChannelRow,
  ConversationRow,
  MemberRow,
  MessageRow,
} from '@/lib/domain/rows'
import type { FoldEvent } from '../event'
import { watermarksBefore } from '../message/receipts'
import { beginSpan } from '../owner/spans'
import { memberKey, nextFeed, type World } from '../world'

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

/** Lines between messages go with their thread, also one that has not begun. */
export function moveActivities(world: World, from: string, into: string) {
  for (const line of world.activities.inGroup(from))
    world.activities.put({ ...line, conversationId: into, feed: nextFeed(world) })
}

/** A line between messages moves the conversation up, where there is one. */
export function noteActivity(world: World, event: FoldEvent, conversationId: string) {
  const conversation = world.conversations.get(conversationId)
  if (!conversation) return
  changeConversation(world, conversationId, {
    lastActivityAt: Math.max(conversation.lastActivityAt, event.receivedAt),
  })
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
    houseTags: [],
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

export function conversationIn(world: World, id: string): ConversationRow {
  const conversation = world.conversations.get(id)
  if (!conversation) throw new Error(`No conversation ${id}`)
  return conversation
}

export function messageIn(world: World, id: string): MessageRow {
  const message = world.messages.get(id)
  if (!message) throw new Error(`No message ${id}`)
  return message
}

type OwnerField = keyof OwnerState | 'owner' | 'ownerSince' | 'ownerWhy'

/** Saves changed fields of a conversation with a new feed number. Who owns it is changed by changeOwner alone. */
export function changeConversation(
  world: World,
  id: string,
  change: Partial<Omit<ConversationRow, OwnerField>>,
): ConversationRow {
  return world.conversations.put({
    ...conversationIn(world, id),
    ...change,
    feed: nextFeed(world),
  })
}

export function changeMessage(world: World, id: string, change: Partial<MessageRow>): MessageRow {
  const before = messageIn(world, id)
  const after = world.messages.put({ ...before, ...change, feed: nextFeed(world) })
  // The list marks a conversation in which a reply did not arrive.
  if (
    isFailedReply(before) !== isFailedReply(after) &&
    world.conversations.get(after.conversationId)
  )
    changeConversation(world, after.conversationId, {})
  return after
}

/** A reply that did not arrive, as long as nobody has given it up. */
function isFailedReply({ author, delivery, removed, error }: MessageRow): boolean {
  return author === 'agent' && delivery === 'failed' && !removed && error !== CANCELLED
}

/** After a line appeared or moved: what the list row shows of the conversation. */
export function noteMessage(world: World, event: FoldEvent, message: MessageRow) {
  const conversation = conversationIn(world, message.conversationId)
  const last = conversation.lastMessageId
    ? world.messages.get(conversation.lastMessageId)
    : undefined
  const isLast = !last || last.removed || compareOrder(message, last) > 0
  const newest = isLast ? message.id : conversation.lastMessageId
  changeConversation(world, conversation.id, {
    // It may have been the last and have moved up.
    lastMessageId: last?.id === message.id ? newestIn(world, conversation.id) : newest,
    lastActivityAt: Math.max(conversation.lastActivityAt, event.receivedAt),
  })
}

/** Lines loaded with a conversation, from its newest: so many may leave or move in one event, and one stays known. */
export const NEWEST_LINES = 3

/** After its newest line left or moved up: the list row shows the newest of those that are there. */
export function noteNewest(world: World, conversationId: string) {
  changeConversation(world, conversationId, { lastMessageId: newestIn(world, conversationId) })
}

function newestIn(world: World, conversationId: string): string | null {
  const lines = world.messages.inGroup(
    conversationId,
    // What may still be taken back is nobody's last word.
    (line) => !line.removed && line.heldUntil === null && line.sendAt === null,
  )
  const newest = lines.reduce<MessageRow | undefined>(
    (best, line) => (best && compareOrder(best, line) >= 0 ? best : line),
    undefined,
  )
  return newest?.id ?? null
}

export function addActivity(
  world: World,
  event: FoldEvent,
  conversationId: string,
  kind: ActivityRow['kind'],
  line: { id?: string; agentId?: string | null; at?: number; detail?: string } = {},
) {
  world.activities.put({
    id: line.id ?? world.idOf(`activity\n${event.id}\n${conversationId}\n${kind}`),
    conversationId,
    kind,
    at: line.at ?? event.receivedAt,
    detail: line.detail ?? null,
    agentId: line.agentId ?? null,
    eventId: event.id,
    feed: nextFeed(world),
  })
}
