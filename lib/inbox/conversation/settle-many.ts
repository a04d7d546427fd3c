import { z } from 'zod'
import type { Context } from '@/lib/context'
import { findConversation } from '@/lib/db/conversation/conversations'
import { listMessagesById } from '@/lib/db/message/messages'
import type { Viewer } from '@/lib/domain/people/viewer'
import { hiddenBecause } from '@/lib/domain/permissions'
import type { OutboxResult } from '@/lib/domain/reply/outbox'
import { AppError } from '@/lib/errors'
import { reason, schemaMessage } from '@/lib/i18n/reason'
import { SETTLE_ACTIONS, settleReply } from '../reply/settle-reply'

const AT_ONCE_MAX = 200

export const settleManySchema = z.object({
  action: z.enum(SETTLE_ACTIONS),
  messageIds: z
    .array(z.uuid(schemaMessage('conversation.refused.messageIdsNotUuids')).toLowerCase())
    .min(1, schemaMessage('conversation.refused.noMessages'))
    .max(AT_ONCE_MAX, schemaMessage('conversation.refused.tooManyMessages', { max: AT_ONCE_MAX })),
})

/** A supervisor's word on many replies. Each is decided on its own: what can't be done says why, the rest is done; also when the inbox is too busy to go on. */
export async function settleMany(
  ctx: Context,
  agent: Viewer,
  { action, messageIds }: z.infer<typeof settleManySchema>,
): Promise<OutboxResult> {
  const result: OutboxResult = { done: [], refused: [] }
  const messages = await listMessagesById(ctx.sql, messageIds)
  let isBusy = false
  for (const messageId of new Set(messageIds)) {
    const conversationId = messages.get(messageId)?.conversationId
    const error: AppError | undefined = isBusy
      ? NOT_TRIED
      : await trySettle(ctx, agent, { conversationId, messageId }, action)
    isBusy ||= error?.code === 'unavailable'
    if (error) result.refused.push({ messageId, reason: error.reason })
    else result.done.push(messageId)
  }
  return result
}

/** Each would wait for its turn in vain, while who asked waits for the answer. */
const NOT_TRIED = new AppError('unavailable', reason('conversation.refused.notTried'))

async function trySettle(
  ctx: Context,
  agent: Viewer,
  { conversationId, messageId }: { conversationId?: string; messageId: string },
  action: z.infer<typeof settleManySchema>['action'],
): Promise<AppError | undefined> {
  const conversation = conversationId && (await findConversation(ctx.sql, conversationId))
  if (!conversation) return new AppError('not_found', reason('conversation.refused.noSuchReply'))
  const hidden = hiddenBecause(agent, conversation.channelId)
  if (hidden) return new AppError('forbidden', hidden)
  try {
    await settleReply(ctx, agent, { conversationId: conversation.id, messageId }, { action })
    return undefined
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
}
