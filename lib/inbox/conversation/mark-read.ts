import { z } from 'zod'
import type { Context } from '@/lib/context'
import { findConversation } from '@/lib/db/conversation/conversations'
import { countMemberMessagesAfter } from '@/lib/db/message/messages'
import type { FullConversation } from '@/lib/domain/conversation/full-conversation'
import type { Viewer } from '@/lib/domain/people/viewer'
import { AppError } from '@/lib/errors'
import { reason, schemaMessage } from '@/lib/i18n/reason'
import { record } from '@/lib/log/fold'
import { inTurn } from '@/lib/log/turn'

export const readSchema = z.object({
  messageId: z.uuid(schemaMessage('conversation.refused.messageIdNotUuid')).toLowerCase(),
})

/** Everything up to a line of the thread has been read. Reading never makes a conversation more unread. */
export async function markRead(
  ctx: Context,
  agent: Viewer,
  conversationId: string,
  { messageId }: z.infer<typeof readSchema>,
): Promise<FullConversation> {
  return inTurn(ctx, async (tx) => {
    const conversation = await findConversation(tx, conversationId)
    if (!conversation)
      throw new AppError('not_found', reason('conversation.refused.noSuchConversation'))
    const after = await countMemberMessagesAfter(tx, conversationId, messageId)
    if (after === undefined)
      throw new AppError('not_found', reason('conversation.refused.noSuchMessage'))
    const unread = Math.min(conversation.unread, after)
    if (unread === conversation.unread) return conversation
    await record(
      tx,
      { type: 'conversation.read', conversationId, unread },
      { conversationId, agentId: agent.id },
    )
    return { ...conversation, unread }
  })
}
