import { compareOrder } from '@/lib/domain/conversation/order'
import { isSameContent } from '@/lib/domain/message/same-content'
import type { OutboundFact } from '@/lib/domain/message/webhook-facts'
import type { ConversationRow, MessageRow } from '@/lib/domain/rows'
import {
  changeMessage,
  conversationIn,
  messageIn,
  noteMessage,
  noteNewest,
} from '../conversation/change-rows'
import type { FoldEvent } from '../event'
import { closeWindowByReceipts } from '../reply/window'
import { idInKey, messageKey, platformKey, type World } from '../world'
import { addMessage } from './add-message'
import { deliveryWithReceipts } from './receipts'

/** An echo belongs to a reply attempted at most this long before it (architecture.md "Echo"). */
const ECHO_WINDOW_MS = 15 * 60_000

/** Ours by content: the oldest attempted reply with the same words that no echo has confirmed yet. */
export function findReply(
  world: World,
  event: FoldEvent,
  fact: OutboundFact,
  conversation: ConversationRow,
): MessageRow | undefined {
  return awaitingEcho(world, event, conversation.id)
    .filter((reply) => !reply.platformMessageId || !fact.platformMessageId)
    .find((reply) => isSameContent(reply.content, fact.content))
}

/** The replies of a conversation that an echo may still confirm, oldest first. */
function awaitingEcho(world: World, event: FoldEvent, conversationId: string): MessageRow[] {
  return world.messages
    .inGroup(
      conversationId,
      (reply) =>
        reply.author === 'agent' && !reply.echoed && !reply.removed && reply.delivery !== 'failed',
    )
    .filter(
      ({ attemptedAt }) => attemptedAt !== null && event.receivedAt - attemptedAt <= ECHO_WINDOW_MS,
    )
    .sort(compareOrder)
}

export function bind(
  world: World,
  channelId: string,
  key: string,
  messageId: string,
  guessed: boolean,
) {
  world.keys.put({ channelId, key, messageId, guessed })
  const platformMessageId = idInKey(key)
  if (platformMessageId) closeWindowByReceipts(world, channelId, platformMessageId)
}

/** The echo proves that the platform took the reply, whatever Stella's own answer said or did not say. */
export function confirm(
  world: World,
  event: FoldEvent,
  messageId: string,
  platformMessageId?: string,
) {
  const message = messageIn(world, messageId)
  const id = platformMessageId ?? message.platformMessageId ?? undefined
  const confirmed = changeMessage(world, messageId, {
    echoed: true,
    echoEventId: event.id,
    platformMessageId: id ?? null,
    ...deliveryWithReceipts(world, message, id, atLeastSent(message)),
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
 * bound to another reply with the same words, the id corrects the guess; and an echo that was bound to this reply
 * by a wrong guess goes to the one it belongs to.
 */
export function bindAnswer(
  world: World,
  event: FoldEvent,
  reply: MessageRow,
  platformMessageId: string,
) {
  const known = world.keys.get(messageKey(reply.channelId, platformKey(platformMessageId)))
  const holder =
    known && known.messageId !== reply.id ? messageIn(world, known.messageId) : undefined
  const wrong = reply.platformMessageId === platformMessageId ? null : reply.platformMessageId

  bind(world, reply.channelId, platformKey(platformMessageId), reply.id, false)
  const echoed = known !== undefined || (reply.echoed && !wrong)
  changeMessage(world, reply.id, { platformMessageId, echoed })
  if (holder) release(world, holder)
  if (wrong) rehome(world, event, reply, wrong, holder)
  noteMessage(world, event, messageIn(world, reply.id))
}

/** The line that held an id which proved to be another's: a stranger's line goes, a reply waits for its own echo. */
function release(world: World, holder: MessageRow) {
  if (holder.author === 'agent')
    changeMessage(world, holder.id, {
      echoed: false,
      echoEventId: null,
      platformMessageId: null,
      delivery: 'unconfirmed',
    })
  else {
    changeMessage(world, holder.id, { removed: true })
    noteNewest(world, holder.conversationId)
  }
}

/** An echo that lost its reply: the released holder's, or another waiting reply's, or somebody else's message. */
function rehome(
  world: World,
  event: FoldEvent,
  reply: MessageRow,
  platformMessageId: string,
  holder: MessageRow | undefined,
) {
  const waiting = awaitingEcho(world, event, reply.conversationId)
    .filter((other) => other.id !== reply.id && !other.platformMessageId)
    .filter((other) => isSameContent(other.content, reply.content))
  const owner = waiting.find((other) => other.id === holder?.id) ?? waiting[0]
  const key = platformKey(platformMessageId)
  if (owner) {
    bind(world, reply.channelId, key, owner.id, true)
    confirm(world, event, owner.id, platformMessageId)
    return
  }
  const conversation = conversationIn(world, reply.conversationId)
  const fact = { content: reply.content, media: [] }
  const stranger = addMessage(world, event, conversation, fact, {
    author: 'api',
    sentAt: event.receivedAt,
    place: 1,
    platformMessageId,
    ...deliveryWithReceipts(
      world,
      { ...reply, sentAt: event.receivedAt },
      platformMessageId,
      'sent',
    ),
  })
  bind(world, reply.channelId, key, stranger.id, false)
  noteMessage(world, event, stranger)
}
