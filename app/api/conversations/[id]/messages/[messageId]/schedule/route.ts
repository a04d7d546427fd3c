import { rescheduleSchema } from '@/lib/domain/reply/schema/reply-schema'
import { readJson } from '@/lib/http/body/body'
import { forAgent, parseId } from '@/lib/http/for-agent'
import { rescheduleReply } from '@/lib/inbox/reply/reschedule-reply'
import { toMessageView } from '@/lib/view/message-view'

/** Other words or another time for a scheduled reply: the message. */
export const PUT = forAgent<{ id: string; messageId: string }>(
  async (request, { ctx, agent, params }) => {
    const input = rescheduleSchema.parse(await readJson(request))
    const place = { conversationId: parseId(params.id), messageId: parseId(params.messageId) }
    return toMessageView(await rescheduleReply(ctx, agent, place, input))
  },
)
