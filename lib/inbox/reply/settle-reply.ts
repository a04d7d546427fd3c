import { z } from 'zod'
import type { Context } from '@/lib/context'
import type { Queryable } from '@/lib/db/client'
import { findConversation } from '@/lib/db/conversation/conversations'
import { findMessage } from '@/lib/db/message/messages'
import { type FullMessage, writerOf } from '@/lib/domain/message/full-message'
import { hasRole } from '@/lib/domain/people/role'
import type { Viewer } from '@/lib/domain/people/viewer'
import { echoAwaitedUntil, replyBlockedBecause, toReplyFacts } from '@/lib/domain/reply/reply'
import { AppError } from '@/lib/errors'
import { type Reason, reason } from '@/lib/i18n/reason'
import { record } from '@/lib/log/fold'
import { inTurn } from '@/lib/log/turn'

export const SETTLE_ACTIONS = ['send-again', 'arrived', 'cancel', 'undo', 'send-now'] as const

export const settleSchema = z.object({ action: z.enum(SETTLE_ACTIONS) })
type Action = z.infer<typeof settleSchema>['action']

/** The actions after which a reply leaves. */
const SENDS: Action[] = ['send-again', 'send-now']

const EVENTS = {
  'send-again': 'reply.requeued',
  arrived: 'reply.confirmed',
  cancel: 'reply.cancelled',
  undo: 'reply.withdrawn',
  'send-now': 'reply.due',
} as const

/**
 * An agent's word on a reply that failed, is unconfirmed or still waits. `undo` takes back one that is held or
 * scheduled; its line goes. Throws `conflict` when it is too late or too soon, `forbidden` for another's reply.
 */
export async function settleReply(
  ctx: Context,
  agent: Viewer,
  place: { conversationId: string; messageId: string },
  { action }: z.infer<typeof settleSchema>,
): Promise<FullMessage> {
  const { conversationId, messageId } = place
  return inTurn(ctx, async (tx) => {
    const reply = await findMessage(tx, messageId)
    if (!reply || reply.conversationId !== conversationId || reply.author !== 'agent')
      throw new AppError('not_found', reason('reply.notFound'))
    if (action === 'undo' || action === 'send-now' || isWaitingByWill(reply))
      assertMayChange(agent, reply)
    const blocked =
      blockedBecause(action, reply, Date.now()) ??
      (SENDS.includes(action) ? await speechBlockedBecause(tx, agent, reply) : undefined)
    if (blocked) throw new AppError('conflict', blocked)
    await record(tx, { type: EVENTS[action], messageId }, { conversationId, agentId: agent.id })
    return (await findMessage(tx, messageId)) ?? reply
  })
}

/**
 * A reply that goes out at somebody's word obeys the owner like a new one: whoever sends it, or else its writer on
 * whose behalf a supervisor does, must be the one who answers (architecture.md "Owner").
 */
async function speechBlockedBecause(
  tx: Queryable,
  agent: Viewer,
  reply: FullMessage,
): Promise<Reason | undefined> {
  const conversation = await findConversation(tx, reply.conversationId)
  if (!conversation) return reason('reply.noConversation')
  const isAnswering = conversation.assigneeId === agent.id
  const writerId = hasRole(agent.role, 'supervisor') ? reply.agentId : null
  const speaker = isAnswering ? agent.id : (writerId ?? agent.id)
  const kind = reply.content.type === 'template' ? 'template' : 'text'
  return replyBlockedBecause(toReplyFacts(conversation), speaker, Date.now(), kind)
}

/** What was not sent yet belongs to who wrote it; supervisors may step in. Throws `forbidden`. */
export function assertMayChange(agent: Viewer, reply: FullMessage): void {
  if (reply.agentId === agent.id || hasRole(agent.role, 'supervisor')) return
  const name = writerOf(reply)?.name
  throw new AppError(
    'forbidden',
    name ? reason('reply.settle.writer', { name }) : reason('reply.settle.unnamedWriter'),
  )
}

/** Held for undo, or scheduled: nothing of it has been tried yet. */
function isWaitingByWill({ delivery, sendAt, heldUntil }: FullMessage): boolean {
  if (delivery !== 'queued') return false
  return sendAt !== null || (heldUntil !== null && heldUntil > Date.now())
}

function blockedBecause(action: Action, reply: FullMessage, now: number): Reason | undefined {
  if (reply.removed) return reason('reply.settle.withdrawn')
  if (action === 'undo' || action === 'send-now') {
    if (reply.delivery !== 'queued') return reason('reply.settle.tooLate')
    return reply.heldUntil || reply.sendAt ? undefined : reason('reply.settle.notHeld')
  }
  if (action === 'cancel')
    return reply.delivery === 'queued' || reply.delivery === 'failed'
      ? undefined
      : reason('reply.settle.notCancellable')
  if (action === 'arrived')
    return reply.delivery === 'unconfirmed' ? undefined : reason('reply.settle.notUnconfirmed')
  if (reply.delivery === 'failed') return undefined
  if (reply.delivery !== 'unconfirmed') return reason('reply.settle.sent')
  const left = Math.ceil((echoAwaitedUntil(reply) - now) / 1000)
  if (left <= 0) return undefined
  return reason('reply.settle.echo', {
    left: { ms: left * 1000, style: 'long', finest: 'seconds' },
  })
}
