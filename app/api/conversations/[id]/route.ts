import { findConversation } from '@/lib/db/conversation/conversations'
import { AppError } from '@/lib/errors'
import { forAgent, parseId } from '@/lib/http/for-agent'
import { reason } from '@/lib/i18n/reason'
import { toConversationView } from '@/lib/view/conversation-view'

/** One conversation. */
export const GET = forAgent<{ id: string }>(async (_request, { ctx, params }) => {
  const conversation = await findConversation(ctx.sql, parseId(params.id))
  if (!conversation) throw new AppError('not_found', reason('failure.noSuchConversation'))
  return toConversationView(conversation)
})
