import { compareOrder } from '@/lib/domain/conversation/order'
import type { OwnerState } from '@/lib/domain/owner/owner'
import { isCancelled } from '@/lib/domain/reply/reply'
import type { ActivityRow, ConversationRow, MessageRow } from '@/lib/domain/rows'
import type { Said } from '@/lib/i18n/reason'
import type { FoldEvent } from '../event'
import { nextFeed, type World } from '../world'

/** Lines between messages go with their thread, also one that has not begun. */
export function moveActivities(world: World, from: string, into: string) {
  for (const activity of world.activities.inGroup(from))
    world.activities.put({ ...activity, conversationId: into, feed: nextFeed(world) })
}

/** A line between messages moves the conversation up, where there is one. */
export function noteActivity(world: World, event: FoldEvent, conversationId: string) {
  const conversation = world.conversations.get(conversationId)
  if (!conversation) return
  changeConversation(world, conversationId, {
    lastActivityAt: Math.max(conversation.lastActivityAt, event.receivedAt),
  })
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
  return author === 'agent' && delivery === 'failed' && !removed && !isCancelled(error)
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
  const messages = world.messages.inGroup(
    conversationId,
    // What may still be taken back is nobody's last word.
    (message) => !message.removed && message.heldUntil === null && message.sendAt === null,
  )
  const newest = messages.reduce<MessageRow | undefined>(
    (best, message) => (best && compareOrder(best, message) >= 0 ? best : message),
    undefined,
  )
  return newest?.id ?? null
}

export function addActivity(
  world: World,
  event: FoldEvent,
  conversationId: string,
  kind: ActivityRow['kind'],
  given: { id?: string; agentId?: string | null; at?: number; detail?: Said } = {},
) {
  world.activities.put({
    id: given.id ?? world.idOf(`activity\n${event.id}\n${conversationId}\n${kind}`),
    conversationId,
    kind,
    at: given.at ?? event.receivedAt,
    detail: given.detail ?? null,
    agentId: given.agentId ?? null,
    eventId: event.id,
    feed: nextFeed(world),
  })
}
