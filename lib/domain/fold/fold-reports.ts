import { afterReceipt } from '../message/delivery'
import type {
  MemberChangedFact,
  ProfileFact,
  ReceiptFact,
  WatermarkFact,
} from '../message/webhook-facts'
import { changeConversation, changeMessage, messageIn } from './conversation/change-rows'
import {
  askStella,
  channelOf,
  conversationIdOf,
  conversationOf,
  metConversationOf,
} from './conversation/find-conversation'
import type { Effected, FoldEvent } from './event'
import { WATERMARK_FIELDS, waitingMarkId, waitingMarks } from './message/receipts'
import { raiseByWatermarks } from './message/watermarks'
import { closeWindowByReceipts } from './reply/window'
import { messageKey, nextFeed, platformKey, type World } from './world'

/** What the platform reports about a sent message. For one we don't know yet the receipt waits in its row. */
export function foldReceipt(world: World, event: FoldEvent, fact: ReceiptFact): Effected {
  const channel = channelOf(world, event)
  const { platformMessageId, status } = fact
  const group = messageKey(channel.id, platformMessageId)
  if (world.receipts.inGroup(group).some((receipt) => receipt.status === status)) return 'duplicate'
  world.receipts.put({
    channelId: channel.id,
    platformMessageId,
    status,
    at: fact.at,
    error: fact.error ?? null,
    eventId: event.id,
  })
  const known = world.keys.get(messageKey(channel.id, platformKey(platformMessageId)))
  if (known) applyReceipt(world, known.messageId, fact)
  closeWindowByReceipts(world, channel.id, platformMessageId)
  return 'status'
}

function applyReceipt(world: World, messageId: string, fact: ReceiptFact) {
  const message = messageIn(world, messageId)
  // A receipt of an earlier attempt says nothing about the one that followed it.
  if (message.platformMessageId !== fact.platformMessageId) return
  if (fact.status === 'deleted') {
    changeMessage(world, messageId, { deletedAt: fact.at })
    // The list may show its words.
    changeConversation(world, message.conversationId, {})
    return
  }
  // Ticks say how far our words got: what the member wrote has none.
  if (message.author === 'member') return
  const delivery = afterReceipt(message.delivery ?? undefined, fact.status)
  if (delivery === undefined || delivery === message.delivery) return
  changeMessage(world, messageId, {
    delivery,
    error: delivery === 'failed' ? (fact.error ?? null) : null,
  })
}

/**
 * Everything up to a moment was delivered, or read: a receipt for each line of ours that left by then. Of somebody we
 * have not met it makes no conversation: it waits for them.
 */
export function foldWatermark(world: World, event: FoldEvent, fact: WatermarkFact): Effected {
  const conversation = metConversationOf(world, event, fact.memberExternalId)
  if (!conversation) return waitForMember(world, event, fact)
  const field = WATERMARK_FIELDS[fact.status]
  if (fact.until <= (conversation[field] ?? 0)) return 'duplicate'
  changeConversation(world, conversation.id, { [field]: fact.until })
  raiseByWatermarks(world, conversation.id)
  return 'status'
}

function waitForMember(
  world: World,
  event: FoldEvent,
  { memberExternalId, status, until }: WatermarkFact,
): Effected {
  const channelId = channelOf(world, event).id
  const known = waitingMarks(world, channelId, memberExternalId).find(
    (mark) => mark.status === status,
  )
  if (until <= (known?.at ?? 0)) return 'duplicate'
  world.receipts.put({
    channelId,
    platformMessageId: waitingMarkId(memberExternalId),
    status,
    at: until,
    error: null,
    eventId: event.id,
  })
  return 'status'
}

/** Stella changed a member: what it changed is read from Stella, which owns it (architecture.md "Owner"). */
export function foldMemberChanged(
  world: World,
  event: FoldEvent,
  fact: MemberChangedFact,
): Effected {
  const channel = channelOf(world, event)
  const member = [...world.members.loaded()].find(
    (each) =>
      each.channelId === channel.id && [each.stellaId, each.externalId].includes(fact.member),
  )
  const conversationId = member && conversationIdOf(world, channel.id, member.externalId)
  if (!conversationId || !world.conversations.get(conversationId)) return 'unknown-member'
  askStella(world, event, conversationId)
  return 'applied'
}

/** The name in a raw event's contacts; Stella's own name for the member wins over it on screen. */
export function foldProfile(world: World, event: FoldEvent, fact: ProfileFact): Effected {
  const { member, conversation } = conversationOf(world, event, fact.memberExternalId)
  if (member.profileName === fact.name) return 'duplicate'
  world.members.put({ ...member, profileName: fact.name, feed: nextFeed(world) })
  changeConversation(world, conversation.id, {})
  return 'applied'
}

/** The app removed the integration: every channel of the connection is disconnected (architecture.md "Deauthorize"). */
export function foldDeauthorized(world: World, event: FoldEvent): Effected {
  const { connectionId } = channelOf(world, event)
  const connected = world.channels.inGroup(connectionId).filter((channel) => channel.authorized)
  for (const channel of connected)
    world.channels.put({
      ...channel,
      authorized: false,
      disconnectedAt: event.receivedAt,
      feed: nextFeed(world),
    })
  return connected.length > 0 ? 'applied' : 'duplicate'
}
