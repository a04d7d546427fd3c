import type { Context } from '@/lib/context'
import { findConversation } from '@/lib/db/conversations'
import { listTemplates } from '@/lib/db/templates'
import type { Template } from '@/lib/domain/template'
import { AppError } from '@/lib/errors'

/** The catalogue of the conversation's channel. Throws `not_found`. */
export async function listReplyTemplates(
  ctx: Context,
  conversationId: string,
): Promise<{ items: Template[]; nextCursor: null }> {
  const conversation = await findConversation(ctx.sql, conversationId)
  if (!conversation) throw new AppError('not_found', 'There is no such conversation.')
  return { items: await listTemplates(ctx.sql, conversation.channel.id), nextCursor: null }
}
