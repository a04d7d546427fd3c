import type { Context } from '@/lib/context'
import { listTemplates } from '@/lib/db/channel/templates'
import { findConversation } from '@/lib/db/conversation/conversations'
import type { Template } from '@/lib/domain/reply/template'
import { AppError } from '@/lib/errors'
import { reason } from '@/lib/i18n/reason'

/** The catalogue of the conversation's channel. Throws `not_found`. */
export async function listReplyTemplates(
  ctx: Context,
  conversationId: string,
): Promise<{ items: Template[]; nextCursor: null }> {
  const conversation = await findConversation(ctx.sql, conversationId)
  if (!conversation) throw new AppError('not_found', reason('reply.noConversation'))
  return { items: await listTemplates(ctx.sql, conversation.channelId), nextCursor: null }
}
