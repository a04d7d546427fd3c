import type { OutboundFact } from '../webhook-facts'
import { changeOwner } from './change-owner'
import { bind, confirm, findReply } from './echoes'
import type { Effected, FoldEvent } from './fold-event'
import { addLine } from './lines'
import { addActivity, askStella, conversationOf, getMessage, noteMessage } from './places'
import { deliveryWithReceipts, hasFailed } from './receipts'
import { fallbackKey, messageKey, platformKey, type World } from './world'

/** Something said to the member: by the bot, by our own API call, by somebody else's, or by a pairing channel. */
export function foldOutbound(world: World, event: FoldEvent, fact: OutboundFact): Effected {
  const { conversation } = conversationOf(world, event, fact.memberExternalId)
  const key = fact.platformMessageId
    ? platformKey(fact.platformMessageId)
    : fallbackKey(fact.fallbackKey)
  const known = world.keys.get(messageKey(conversation.channelId, key))
  if (known) return confirmKnown(world, event, fact, known.messageId)

  const reply = fact.author === 'api' ? findReply(world, event, fact, conversation) : undefined
  if (reply) {
    bind(world, conversation.channelId, key, reply.id, true)
    confirm(world, event, reply.id, fact.platformMessageId)
    return 'message'
  }
  const message = addLine(world, event, conversation, fact, {
    author: fact.author,
    sentAt: fact.at,
    place: fact.place,
    platformMessageId: fact.platformMessageId ?? null,
    replyToPlatformId: fact.replyToPlatformId ?? null,
    ...deliveryWithReceipts(
      world,
      { channelId: conversation.channelId, conversationId: conversation.id, sentAt: fact.at },
      fact.platformMessageId,
      'sent',
    ),
  })
  bind(world, conversation.channelId, key, message.id, false)
  noteMessage(world, event, message)
  noteSpeaker(world, event, fact, conversation.id)
  return 'message'
}

/** The same id again: an echo of a reply whose id Stella's answer already told, or a repeat. */
function confirmKnown(
  world: World,
  event: FoldEvent,
  fact: OutboundFact,
  messageId: string,
): Effected {
  const message = getMessage(world, messageId)
  if (message.author !== 'agent' || message.echoed) return 'duplicate'
  if (hasFailed(world, message.channelId, fact.platformMessageId)) return 'duplicate'
  confirm(world, event, messageId, fact.platformMessageId)
  return 'message'
}

/**
 * Who speaks tells what liveChat is (custom-inbox-integration.txt "Outbound Messages"): BOT only while it is
 * false, RELAY only while it is true. It fills a belief we don't have yet; the bot against an agent raises one
 * alarm a stretch and a re-read, because the bot can flip the flag and no event says so (architecture.md "Owner").
 */
function noteSpeaker(world: World, event: FoldEvent, fact: OutboundFact, conversationId: string) {
  if (fact.author === 'api') return
  // A platform clock ahead of ours must not make this look newer than what Stella tells us next.
  const at = Math.min(fact.at, event.receivedAt)
  const isBot = fact.author === 'bot'
  const { before, after } = changeOwner(
    world,
    event,
    conversationId,
    { type: isBot ? 'bot-spoke' : 'relayed', at },
    { at },
  )
  const isAlarm = before.driftAt === null && after.driftAt !== null
  if (isAlarm) addActivity(world, event, conversationId, 'bot-spoke', { agentId: after.assigneeId })
  const isAgainstUs = isBot && before.owner === 'agent' && at > (before.liveChatAsOf ?? 0)
  if (isAgainstUs || before.owner !== 'agent') askStella(world, event, conversationId)
}
