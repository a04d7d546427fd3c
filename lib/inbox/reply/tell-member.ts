import { randomUUID } from 'node:crypto'
import type { Transaction } from '@/lib/db/client'
import { getConversation } from '@/lib/db/conversation/conversations'
import { replyWindowOf } from '@/lib/domain/conversation/full-conversation'
import { record } from '@/lib/log/fold'

/**
 * A reply that nobody wrote (decision 0012), queued at `now` (epoch ms). Where free text is no longer taken, or an admin
 * has paused the channel, nothing is said. `messageId` is for what is to be said once.
 */
export async function tellMember(
  tx: Transaction,
  conversationId: string,
  text: string | undefined,
  now: number,
  messageId: string = randomUUID(),
): Promise<void> {
  const conversation = await getConversation(tx, conversationId)
  const { closesAt } = replyWindowOf(conversation)
  if (!text || conversation.pausedAt !== null || (closesAt !== undefined && closesAt <= now)) return
  const fact = { type: 'reply.queued', messageId, conversationId } as const
  await record(tx, { ...fact, content: { type: 'text', text } }, { conversationId })
}
