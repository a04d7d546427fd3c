import { saysWindowClosed } from '@/lib/domain/channel/channel'
import type { OwnFact } from '@/lib/domain/fact'
import { CANCELLED } from '@/lib/domain/reply/reply'
import type { MessageRow } from '@/lib/domain/rows'
import type { Said } from '@/lib/i18n/reason'
import {
  changeConversation,
  changeMessage,
  conversationIn,
  messageIn,
  noteMessage,
} from '../conversation/change-rows'
import type { FoldEvent } from '../event'
import { addMessage } from '../message/add-message'
import { atLeastSent, bindAnswer } from '../message/echoes'
import { deliveryWithReceipts } from '../message/receipts'
import type { World } from '../world'
import { foldDue, foldRescheduled, foldWithdrawn, wakeAt } from './fold-scheduled'
import { closeWindow } from './window'

type ReplyFact = Extract<OwnFact, { type: `reply.${string}` }>

export function isReplyFact(fact: OwnFact): fact is ReplyFact {
  return fact.type.startsWith('reply.')
}

/** The life of a reply (architecture.md "Sending"). Whatever an echo or a receipt already proved is never taken back. */
export function foldReply(world: World, event: FoldEvent, fact: ReplyFact) {
  if (fact.type === 'reply.queued') return foldQueued(world, event, fact)
  const reply = messageIn(world, fact.messageId)
  // It was taken back: nothing can happen to it any more.
  if (reply.removed) return
  switch (fact.type) {
    case 'reply.attempted':
      return foldAttempted(world, event, reply)
    case 'reply.rescheduled':
      return foldRescheduled(world, reply, fact)
    case 'reply.due':
      return foldDue(world, event, reply)
    case 'reply.withdrawn':
      return foldWithdrawn(world, reply)
    case 'reply.sent':
      return foldSent(world, event, reply, fact.platformMessageId)
    case 'reply.delayed':
      // An echo said already that it went out, whatever Stella answered.
      if (reply.echoed) return
      changeMessage(world, reply.id, {
        delivery: 'queued',
        error: fact.reason,
        nextAttemptAt: fact.nextAttemptAt,
        attemptedAt: null,
      })
      return
    case 'reply.requeued':
      // `attemptedAt` stays: an echo of the first attempt that comes before the second one still confirms.
      // The first attempt's id keeps its key, so that a repeat of its echo is still known, and is forgotten here.
      changeMessage(world, reply.id, {
        delivery: 'queued',
        error: null,
        nextAttemptAt: null,
        echoed: false,
        echoEventId: null,
        platformMessageId: null,
      })
      world.effects.push({ type: 'send-replies', conversationId: reply.conversationId })
      return
    case 'reply.refused':
      if (saysWindowClosed(fact.reason)) closeWindow(world, reply.conversationId, event.receivedAt)
      return foldRefused(world, event, reply, fact.reason)
    case 'reply.unconfirmed':
      return settle(world, reply, 'unconfirmed', fact.reason)
    case 'reply.confirmed':
      return settle(world, reply, 'sent', null)
    case 'reply.cancelled':
      return foldCancelled(world, event, reply)
  }
}

function foldQueued(
  world: World,
  event: FoldEvent,
  fact: Extract<ReplyFact, { type: 'reply.queued' }>,
) {
  const conversation = conversationIn(world, fact.conversationId)
  const message = addMessage(
    world,
    event,
    conversation,
    { content: fact.content, media: fact.media ?? [] },
    {
      id: fact.messageId,
      author: 'agent',
      // Nobody: a text that a timer sends (architecture.md "Timers").
      agentId: fact.agentId ?? null,
      sentAt: event.receivedAt,
      place: 0,
      reply: fact.reply ?? null,
      delivery: 'queued',
      heldUntil: fact.heldUntil ?? null,
      sendAt: fact.sendAt ?? null,
      unlessMemberWrites: fact.unlessMemberWrites ?? false,
      replyToPlatformId: fact.replyToPlatformId ?? null,
    },
  )
  // What may still be taken back is not yet the conversation's last word.
  if (message.heldUntil === null && message.sendAt === null) noteMessage(world, event, message)
  // Who answers has read what they answer.
  if (fact.agentId) changeConversation(world, conversation.id, { unread: 0 })
  if (message.sendAt !== null) return wakeAt(world, message, message.sendAt)
  world.effects.push({ type: 'send-replies', conversationId: conversation.id })
}

function foldAttempted(world: World, event: FoldEvent, reply: MessageRow) {
  const attempted = changeMessage(world, reply.id, {
    delivery: 'sending',
    attemptedAt: event.receivedAt,
    nextAttemptAt: null,
    heldUntil: null,
    sendAt: null,
    error: null,
  })
  if (reply.heldUntil !== null || reply.sendAt !== null) noteMessage(world, event, attempted)
}

/** One that was held back or scheduled and then ended without an attempt becomes a line like any other. */
function foldRefused(world: World, event: FoldEvent, reply: MessageRow, reason: Said) {
  settle(world, reply, 'failed', reason)
  if (reply.heldUntil === null && reply.sendAt === null) return
  const sentAt = reply.sendAt === null ? reply.sentAt : event.receivedAt
  const change = { heldUntil: null, sendAt: null, unlessMemberWrites: false, sentAt }
  noteMessage(world, event, changeMessage(world, reply.id, change))
}

/** Cancelling one that failed says that nobody will try again: it needs no more attention. */
function foldCancelled(world: World, event: FoldEvent, reply: MessageRow) {
  if (reply.delivery === 'failed') changeMessage(world, reply.id, { error: CANCELLED })
  else foldRefused(world, event, reply, CANCELLED)
}

function foldSent(world: World, event: FoldEvent, reply: MessageRow, platformMessageId?: string) {
  if (platformMessageId) bindAnswer(world, event, reply, platformMessageId)
  const id = platformMessageId ?? reply.platformMessageId ?? undefined
  changeMessage(world, reply.id, {
    ...deliveryWithReceipts(world, messageIn(world, reply.id), id, atLeastSent(reply)),
    nextAttemptAt: null,
  })
}

/** An outcome that says less than an echo or a receipt already said changes nothing. */
function settle(
  world: World,
  reply: MessageRow,
  delivery: 'failed' | 'unconfirmed' | 'sent',
  error: Said | null,
) {
  if (reply.echoed || reply.delivery === 'delivered' || reply.delivery === 'read') return
  const id = reply.platformMessageId ?? undefined
  const proved = delivery === 'sent' ? deliveryWithReceipts(world, reply, id, 'sent') : {}
  changeMessage(world, reply.id, { delivery, error, ...proved, nextAttemptAt: null })
}
