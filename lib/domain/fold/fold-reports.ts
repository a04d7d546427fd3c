import { afterReceipt } from '../delivery'
import type { ProfileFact, ReceiptFact } from '../fact'
import type { Effected, FoldEvent } from './fold-event'
import { changeConversation, changeMessage, channelOf, conversationOf, getMessage } from './places'
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
  return 'status'
}

function applyReceipt(world: World, messageId: string, fact: ReceiptFact) {
  const message = getMessage(world, messageId)
  // A receipt of an earlier attempt says nothing about the one that followed it.
  if (message.platformMessageId !== fact.platformMessageId) return
  const delivery = afterReceipt(message.delivery ?? undefined, fact.status)
  if (delivery === message.delivery) return
  changeMessage(world, messageId, {
    delivery,
    error: delivery === 'failed' ? (fact.error ?? null) : null,
  })
}

/** The name in a raw event's contacts; Stella's own name for the member wins over it on screen. */
export function foldProfile(world: World, event: FoldEvent, fact: ProfileFact): Effected {
  const { member, conversation } = conversationOf(world, event, fact.memberExternalId)
  if (member.profileName === fact.name) return 'duplicate'
  world.members.put({ ...member, profileName: fact.name, feed: nextFeed(world) })
  changeConversation(world, conversation.id, {})
  return 'applied'
}

/** The app removed the integration: every channel of the connection is disconnected (design.md "Deauthorize"). */
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
