import type { OutboundFact } from '@/lib/domain/message/webhook-facts'
import type { ConversationRow, MessageRow } from '@/lib/domain/rows'
import {
  addActivity,
  changeMessage,
  messageIn,
  noteMessage,
  noteNewest,
} from '../conversation/change-rows'
import { askStella, conversationOf } from '../conversation/find-conversation'
import type { Effected, FoldEvent } from '../event'
import { joinNames } from '../member/names'
import { isElsewhere, noteAnsweredElsewhere } from '../owner/answered-elsewhere'
import { changeOwner } from '../owner/change-owner'
import { fallbackKey, messageKey, platformKey, type World } from '../world'
import { addMessage } from './add-message'
import { bind, confirm, findReply } from './echoes'
import { deliveryWithReceipts, hasFailed } from './receipts'
import { findTwin, joinTwin } from './twins-of-ours'
import { isEdited, joinWordings } from './wordings'

/** Something said to the member: by the bot, by our own API call, by somebody else's, or by a pairing channel. */
export function foldOutbound(world: World, event: FoldEvent, fact: OutboundFact): Effected {
  if (fact.alsoKnownAs) joinNames(world, event, fact.memberExternalId, fact.alsoKnownAs)
  const { conversation } = conversationOf(world, event, fact.memberExternalId)
  const key = fact.platformMessageId
    ? platformKey(fact.platformMessageId)
    : fallbackKey(fact.fallbackKey)
  const known = world.keys.get(messageKey(conversation.channelId, key))
  if (known) return meetOurs(world, event, fact, messageIn(world, known.messageId), key)

  const reply = mayBeReply(fact) ? findReply(world, event, fact, conversation) : undefined
  if (reply) {
    bind(world, conversation.channelId, key, reply.id, true)
    confirm(world, event, reply.id, fact.platformMessageId)
    return 'message'
  }
  const twin = findTwin(world, fact, conversation)
  if (twin) {
    bind(world, conversation.channelId, key, joinTwin(world, fact, twin).id, true)
    return 'duplicate'
  }
  addOurMessage(world, event, fact, conversation, key)
  return 'message'
}

/** An API call of ours is echoed by Stella; the platform's own echo of it may not say whose it was. */
function mayBeReply({ author, unsure }: OutboundFact): boolean {
  return author === 'api' || unsure === true
}

function addOurMessage(
  world: World,
  event: FoldEvent,
  fact: OutboundFact,
  conversation: ConversationRow,
  key: string,
) {
  const message = addMessage(world, event, conversation, fact, {
    author: fact.author,
    sentAt: fact.at,
    place: fact.place,
    platformMessageId: fact.platformMessageId ?? null,
    replyToPlatformId: fact.replyToPlatformId ?? null,
    context: fact.context ?? null,
    provisional: fact.unsure === true,
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
}

/** The same id again: an edit, a second teller of the same line, an echo of a reply of ours, or a repeat. */
function meetOurs(
  world: World,
  event: FoldEvent,
  fact: OutboundFact,
  message: MessageRow,
  key: string,
): Effected {
  const conversation = world.conversations.get(message.conversationId)
  if (!conversation || message.author === 'member') return 'duplicate'
  if (isElsewhere(message.author) && !isElsewhere(fact.author))
    return tellWhoseItIs(world, event, fact, message, key)
  if (isElsewhere(fact.author) && (isEdited(fact) || isEdited(message)))
    joinWordings(world, event, fact, message, conversation)
  return confirmKnown(world, event, fact, message)
}

/** The platform's echo came first; Stella says who wrote it: the bot, another tool, or an agent of ours. */
function tellWhoseItIs(
  world: World,
  event: FoldEvent,
  fact: OutboundFact,
  message: MessageRow,
  key: string,
): Effected {
  const conversation = world.conversations.get(message.conversationId)
  const reply =
    conversation && mayBeReply(fact) ? findReply(world, event, fact, conversation) : undefined
  if (!reply) {
    // An edit may come before the line that it changes.
    if (conversation && isEdited(message)) joinWordings(world, event, fact, message, conversation)
    joinTwin(world, fact, messageIn(world, message.id))
    return 'duplicate'
  }
  changeMessage(world, message.id, { removed: true })
  noteNewest(world, message.conversationId)
  bind(world, message.channelId, key, reply.id, true)
  confirm(world, event, reply.id, fact.platformMessageId)
  return 'duplicate'
}

/** An echo of a reply whose id Stella's answer already told, or a repeat. */
function confirmKnown(
  world: World,
  event: FoldEvent,
  fact: OutboundFact,
  message: MessageRow,
): Effected {
  if (message.author !== 'agent' || message.echoed) return 'duplicate'
  if (hasFailed(world, message.channelId, fact.platformMessageId)) return 'duplicate'
  confirm(world, event, message.id, fact.platformMessageId)
  return 'message'
}

/**
 * Who speaks tells what liveChat is (custom-inbox-integration.txt "Outbound Messages"): BOT only while it is
 * false, RELAY only while it is true. It fills a belief we don't have yet; the bot against an agent raises one
 * alarm a stretch and a re-read, because the bot can flip the flag and no event says so (architecture.md "Owner").
 */
function noteSpeaker(world: World, event: FoldEvent, fact: OutboundFact, conversationId: string) {
  if (isElsewhere(fact.author)) {
    if (!fact.unsure) noteAnsweredElsewhere(world, event, fact, conversationId)
    return
  }
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
