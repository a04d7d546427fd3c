import { z } from 'zod'
import type { Context } from '@/lib/context'
import { findConversation } from '@/lib/db/conversations'
import type { ConversationView, Viewer } from '@/lib/domain/conversation'
import { AppError } from '@/lib/errors'
import { record } from '@/lib/log/fold'
import { inTurn } from '@/lib/log/turn'

export const statusSchema = z.object({ status: z.enum(['open', 'resolved']) })

/** Resolves or reopens a conversation. A line from the member reopens it by itself. */
export async function setStatus(
  ctx: Context,
  agent: Viewer,
  conversationId: string,
  { status }: z.infer<typeof statusSchema>,
): Promise<ConversationView> {
  return inTurn(ctx, async (tx) => {
    const before = await findConversation(tx, conversationId)
    if (!before) throw new AppError('not_found', 'There is no such conversation.')
    if (before.status === status) return before
    await record(
      tx,
      { type: 'conversation.status-set', conversationId, status },
      { conversationId, agentId: agent.id },
    )
    return (await findConversation(tx, conversationId)) ?? before
  })
}
