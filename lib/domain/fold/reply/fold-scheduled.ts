import type { OwnFact } from '@/lib/domain/fact'
import type { MessageRow } from '@/lib/domain/rows'
import { reason } from '@/lib/i18n/reason'
import { changeMessage, noteMessage } from '../conversation/change-rows'
import type { FoldEvent } from '../event'
import type { World } from '../world'

/** What a reply says that was given up because its member wrote before its time. */
const MEMBER_WROTE_FIRST = reason('delivery.reply.memberWroteFirst')

/** Has a scheduled reply looked at again at its time. */
export function wakeAt(world: World, reply: MessageRow, at: number) {
  const { conversationId, id: messageId } = reply
  world.effects.push({ type: 'reply-due', conversationId, messageId, at })
}

/** New words, another time, or both; nothing once the reply is due. */
export function foldRescheduled(
  world: World,
  reply: MessageRow,
  fact: Extract<OwnFact, { type: 'reply.rescheduled' }>,
) {
  if (reply.sendAt === null) return
  const { content, sendAt, unlessMemberWrites } = fact
  const changed = changeMessage(world, reply.id, { content, sendAt, unlessMemberWrites })
  wakeAt(world, changed, sendAt)
}

/** From now on it is queued behind what was written before this moment. */
export function foldDue(world: World, event: FoldEvent, reply: MessageRow) {
  if (reply.delivery !== 'queued') return
  const wasScheduled = reply.sendAt !== null
  const due = changeMessage(world, reply.id, {
    sendAt: null,
    heldUntil: null,
    unlessMemberWrites: false,
    sentAt: wasScheduled ? event.receivedAt : reply.sentAt,
  })
  noteMessage(world, event, due)
  world.effects.push({ type: 'send-replies', conversationId: reply.conversationId })
}

/** Nothing of it was ever said: its line goes, and what waited behind it may leave. */
export function foldWithdrawn(world: World, reply: MessageRow) {
  if (reply.delivery !== 'queued' || reply.attemptedAt !== null) return
  changeMessage(world, reply.id, {
    removed: true,
    delivery: 'failed',
    heldUntil: null,
    sendAt: null,
  })
  world.effects.push({ type: 'send-replies', conversationId: reply.conversationId })
}

/**
 * The member wrote first: scheduled replies that were meant for their silence are given up. A line that was written
 * before the reply was, and only came later, ends nothing.
 */
export function giveUpScheduled(world: World, event: FoldEvent, message: MessageRow) {
  const meant = world.messages
    .inGroup(
      message.conversationId,
      ({ sendAt, unlessMemberWrites }) => sendAt !== null && unlessMemberWrites,
    )
    .filter((reply) => message.sentAt >= toWholeSeconds(reply.sentAt))
  for (const reply of meant)
    changeMessage(world, reply.id, {
      delivery: 'failed',
      error: MEMBER_WROTE_FIRST,
      sendAt: null,
      unlessMemberWrites: false,
      sentAt: event.receivedAt,
    })
}

/** Platforms give whole seconds: what a member writes in the second of the scheduling counts as written after it. */
function toWholeSeconds(at: number): number {
  return Math.floor(at / 1000) * 1000
}
