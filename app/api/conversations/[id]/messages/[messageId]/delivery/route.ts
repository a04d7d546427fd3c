import { readJson } from '@/lib/http/body/body'
import { forAgent, parseId } from '@/lib/http/for-agent'
import { settleReply, settleSchema } from '@/lib/inbox/reply/settle-reply'
import { toMessageView } from '@/lib/view/message-view'

/** An agent's word on a reply: send again, it arrived, cancel. */
export const PUT = forAgent<{ id: string; messageId: string }>(
  async (request, { ctx, agent, params }) => {
    const input = settleSchema.parse(await readJson(request))
    const place = { conversationId: parseId(params.id), messageId: parseId(params.messageId) }
    return toMessageView(await settleReply(ctx, agent, place, input))
  },
)
