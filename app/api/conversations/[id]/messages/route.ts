import { z } from 'zod'
import { findConversation } from '@/lib/db/conversation/conversations'
import { listMessages } from '@/lib/db/message/messages'
import { orderTextSchema } from '@/lib/domain/conversation/order'
import { replySchema } from '@/lib/domain/reply/schema/reply-schema'
import { AppError } from '@/lib/errors'
import { json } from '@/lib/http/answer'
import { readJson } from '@/lib/http/body/body'
import { forAgent, parseId } from '@/lib/http/for-agent'
import { reason, schemaMessage } from '@/lib/i18n/reason'
import { MissedMessages } from '@/lib/inbox/reply/missed-messages'
import { sendReply } from '@/lib/inbox/reply/send-reply'
import { toActivityView } from '@/lib/view/activity-view'
import { toMessageView } from '@/lib/view/message-view'

const page = z.object({
  before: orderTextSchema.optional(),
  after: orderTextSchema.optional(),
  around: orderTextSchema.optional(),
  limit: z.coerce
    .number(schemaMessage('failure.field.number', { field: 'limit' }))
    .int()
    .optional(),
})

/** A page of the thread: `{ items (oldest first), activities, previousCursor, nextCursor }`. */
export const GET = forAgent<{ id: string }>(async (request, { ctx, params }) => {
  const id = parseId(params.id)
  const given = page.parse(Object.fromEntries(new URL(request.url).searchParams))
  if (!(await findConversation(ctx.sql, id)))
    throw new AppError('not_found', reason('failure.noSuchConversation'))
  const { items, activities, ...cursors } = await listMessages(ctx.sql, id, given)
  return {
    items: items.map(toMessageView),
    activities: activities.map(toActivityView),
    ...cursors,
  }
})

/** Queues a reply: 201 with the message. */
export const POST = forAgent<{ id: string }>(async (request, { ctx, agent, params }) => {
  const input = replySchema.parse(await readJson(request))
  const message = await sendReply(ctx, agent, parseId(params.id), input).catch(tellMissed)
  return json(toMessageView(message), 201)
})

/** What the agent missed goes into the refusal as the thread shows it: the question needs no second request. */
function tellMissed(error: unknown): never {
  if (!(error instanceof MissedMessages)) throw error
  throw new AppError(error.code, error.reason, { missed: error.missed.map(toMessageView) })
}
