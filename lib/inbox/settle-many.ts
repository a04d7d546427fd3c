import { z } from 'zod'
import type { Context } from '@/lib/context'
import { listMessagesById } from '@/lib/db/messages'
import type { Viewer } from '@/lib/domain/conversation'
import type { OutboxResult } from '@/lib/domain/outbox'
import { AppError } from '@/lib/errors'
import { SETTLE_ACTIONS, settleReply } from './settle-reply'

const AT_ONCE_MAX = 200

export const settleManySchema = z.object({
  action: z.enum(SETTLE_ACTIONS),
  messageIds: z
    .array(z.uuid('Message ids are UUIDs.').toLowerCase())
    .min(1, 'Name at least one message.')
    .max(AT_ONCE_MAX, `At most ${AT_ONCE_MAX} messages at once.`),
})

/** A supervisor's word on many replies. Each is decided on its own: what can't be done says why, the rest is done. */
export async function settleMany(
  ctx: Context,
  agent: Viewer,
  { action, messageIds }: z.infer<typeof settleManySchema>,
): Promise<OutboxResult> {
  const result: OutboxResult = { done: [], refused: [] }
  const messages = await listMessagesById(ctx.sql, messageIds)
  for (const messageId of new Set(messageIds)) {
    const conversationId = messages.get(messageId)?.conversationId
    const reason = conversationId
      ? await trySettle(ctx, agent, { conversationId, messageId }, action)
      : 'There is no such reply.'
    if (reason === undefined) result.done.push(messageId)
    else result.refused.push({ messageId, reason })
  }
  return result
}

async function trySettle(
  ctx: Context,
  agent: Viewer,
  place: { conversationId: string; messageId: string },
  action: z.infer<typeof settleManySchema>['action'],
): Promise<string | undefined> {
  try {
    await settleReply(ctx, agent, place, { action })
    return undefined
  } catch (error) {
    if (error instanceof AppError && error.code !== 'unavailable') return error.message
    throw error
  }
}
