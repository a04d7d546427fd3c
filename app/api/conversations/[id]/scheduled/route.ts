import { findConversation } from '@/lib/db/conversation/conversations'
import { listScheduled } from '@/lib/db/message/messages'
import { AppError } from '@/lib/errors'
import { forAgent, parseId } from '@/lib/http/for-agent'
import { reason } from '@/lib/i18n/reason'
import { toMessageView } from '@/lib/view/message-view'

/** The replies of a conversation that wait for their time, soonest first: `{ items, nextCursor }`. */
export const GET = forAgent<{ id: string }>(async (_request, { ctx, params }) => {
  const id = parseId(params.id)
  if (!(await findConversation(ctx.sql, id)))
    throw new AppError('not_found', reason('failure.noSuchConversation'))
  const replies = await listScheduled(ctx.sql, id)
  return { items: replies.map(toMessageView), nextCursor: null }
})
