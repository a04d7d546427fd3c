import type { Context } from '@/lib/context'
import { findConversation } from '@/lib/db/conversation/conversations'
import { findMessage } from '@/lib/db/message/messages'
import type { FullMessage } from '@/lib/domain/message/full-message'
import type { Viewer } from '@/lib/domain/people/viewer'
import type { RescheduleInput } from '@/lib/domain/reply/schema/reply-schema'
import { AppError } from '@/lib/errors'
import { reason } from '@/lib/i18n/reason'
import { record } from '@/lib/log/fold'
import { inTurn } from '@/lib/log/turn'
import { assertSchedulable, assertTaken } from './send-reply'
import { assertMayChange } from './settle-reply'

/**
 * Gives a scheduled reply other words, another time, or both. Throws `not_found`, `forbidden` for another's reply,
 * `invalid` for an impossible time or words that the platform doesn't take, `conflict` once it was sent or given up.
 */
export async function rescheduleReply(
  ctx: Context,
  agent: Viewer,
  { conversationId, messageId }: { conversationId: string; messageId: string },
  { content, ...when }: RescheduleInput,
): Promise<FullMessage> {
  return inTurn(ctx, async (tx) => {
    const reply = await findMessage(tx, messageId)
    const conversation = await findConversation(tx, conversationId)
    if (!conversation || reply?.conversationId !== conversationId || reply.author !== 'agent')
      throw new AppError('not_found', reason('reply.notFound'))
    assertMayChange(agent, reply)
    if (reply.sendAt === null || reply.removed)
      throw new AppError('conflict', reason('reply.schedule.gone'))
    if (reply.deletedAt !== null || reply.content.type !== 'text')
      throw new AppError('conflict', reason('reply.schedule.onlyText'))
    assertTaken(conversation.platform, content)
    const sendAt = assertSchedulable(conversation, when.sendAt, Date.now())
    const unlessMemberWrites = when.unlessMemberWrites ?? false
    await record(
      tx,
      { type: 'reply.rescheduled', messageId, content, sendAt, unlessMemberWrites },
      { conversationId, agentId: agent.id },
    )
    return (await findMessage(tx, messageId)) ?? reply
  })
}
