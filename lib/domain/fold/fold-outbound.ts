import { afterReceipts } from '../delivery'
import type { OutboundFact } from '../fact'
import { compareOrder } from '../order'
import type { ConversationRow, MessageRow } from '../rows'
import { isSameContent } from '../same-content'
import type { Effected, FoldEvent } from './fold-event'
import { addLine } from './lines'
import {
  askStella,
  changeConversation,
  changeMessage,
  conversationOf,
  getConversation,
  getMessage,
  noteMessage,
} from './places'
import { fallbackKey, messageKey, platformKey, type World } from './world'

/** An echo belongs to a reply attempted at most this long before it (design.md "Echo"). */
const ECHO_WINDOW_MS = 15 * 60_000

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
    ...deliveryWithReceipts(world, conversation.channelId, fact.platformMessageId, 'sent'),
  })
  bind(world, conversation.channelId, key, message.id, false)
  noteMessage(world, event, message)
  noteSpeaker(world, event, fact, conversation.id)
  return 'message'
}

function bind(world: World, channelId: string, key: string, messageId: string, guessed: boolean) {
  world.keys.put({ channelId, key, messageId, guessed })
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
  confirm(world, event, messageId, fact.platformMessageId)
  return 'message'
}

/** Ours by content: the oldest attempted reply with the same words that no echo has confirmed yet. */
function findReply(
  world: World,
  event: FoldEvent,
  fact: OutboundFact,
  conversation: ConversationRow,
): MessageRow | undefined {
  return world.messages
    .inGroup(conversation.id)
    .filter((reply) => isAwaitingEcho(reply, event.receivedAt))
    .filter((reply) => !reply.platformMessageId || !fact.platformMessageId)
    .filter((reply) => isSameContent(reply.content, fact.content))
    .sort(compareOrder)[0]
}

function isAwaitingEcho(reply: MessageRow, now: number): boolean {
  if (reply.echoed || reply.removed || reply.attemptedAt === null) return false
  if (reply.delivery === 'failed') return false
  return now - reply.attemptedAt <= ECHO_WINDOW_MS
}

/** The echo proves that the platform took the reply, whatever Stella's own answer said or did not say. */
function confirm(world: World, event: FoldEvent, messageId: string, platformMessageId?: string) {
  const message = getMessage(world, messageId)
  const id = platformMessageId ?? message.platformMessageId ?? undefined
  const confirmed = changeMessage(world, messageId, {
    echoed: true,
    platformMessageId: id ?? null,
    ...deliveryWithReceipts(world, message.channelId, id, atLeastSent(message)),
    nextAttemptAt: null,
  })
  noteMessage(world, event, confirmed)
}

/** What an echo or a good answer proves: sent, or what a receipt has already shown beyond that. */
export function atLeastSent({ delivery }: MessageRow) {
  return delivery === 'delivered' || delivery === 'read' ? delivery : 'sent'
}

/**
 * Stella's own answer named the reply's platform id. Where an echo had been taken for somebody else's message, or
 * bound to another reply with the same words, the id corrects the guess.
 */
export function bindAnswer(
  world: World,
  event: FoldEvent,
  reply: MessageRow,
  platformMessageId: string,
) {
  const key = platformKey(platformMessageId)
  const known = world.keys.get(messageKey(reply.channelId, key))
  if (known && known.messageId !== reply.id) takeOver(world, known.messageId)
  bind(world, reply.channelId, key, reply.id, false)
  changeMessage(world, reply.id, {
    platformMessageId,
    echoed: known !== undefined || reply.echoed,
  })
  noteMessage(world, event, getMessage(world, reply.id))
}

/** The line that held an id which proved to be our reply's: a stranger's line goes, a reply waits for its own echo. */
function takeOver(world: World, messageId: string) {
  const holder = getMessage(world, messageId)
  if (holder.author === 'agent') {
    changeMessage(world, messageId, {
      echoed: false,
      platformMessageId: null,
      delivery: holder.delivery === 'failed' ? 'failed' : 'unconfirmed',
    })
    return
  }
  changeMessage(world, messageId, { removed: true })
}

/** A message's delivery with every receipt that was waiting for its id, and the reason if it failed. */
export function deliveryWithReceipts(
  world: World,
  channelId: string,
  platformMessageId: string | undefined,
  delivery: NonNullable<MessageRow['delivery']>,
): Pick<MessageRow, 'delivery' | 'error'> {
  if (!platformMessageId) return { delivery, error: null }
  const receipts = world.receipts.inGroup(messageKey(channelId, platformMessageId))
  const reached = afterReceipts(
    delivery,
    receipts.map((receipt) => receipt.status),
  )
  const failure = receipts.find((receipt) => receipt.status === 'failed')
  return {
    delivery: reached ?? delivery,
    error: reached === 'failed' ? (failure?.error ?? null) : null,
  }
}

/**
 * Who speaks tells what liveChat is (custom-inbox-integration.txt "Outbound Messages"): BOT only while it is
 * false, RELAY only while it is true. It fills a belief we don't have yet; against a belief it raises a mark and
 * a re-read, because the bot can flip the flag and no event says so (design.md "Owner").
 */
function noteSpeaker(world: World, event: FoldEvent, fact: OutboundFact, conversationId: string) {
  const conversation = getConversation(world, conversationId)
  if (fact.author === 'api') return
  const liveChat = fact.author === 'relay'
  // A platform clock ahead of ours must not make this look newer than what Stella tells us next.
  const at = Math.min(fact.at, event.receivedAt)
  if (conversation.liveChat === null)
    changeConversation(world, conversationId, { liveChat, liveChatAsOf: at, ownerSince: at })
  const isDrift =
    conversation.owner === 'agent' && !liveChat && at > (conversation.liveChatAsOf ?? 0)
  if (isDrift) changeConversation(world, conversationId, { driftAt: at })
  if (isDrift || conversation.owner !== 'agent') askStella(world, event, conversationId)
}
