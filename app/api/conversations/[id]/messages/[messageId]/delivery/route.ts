import { readJson } from '@/lib/http/body/body'
import { forAgent, parseId } from '@/lib/http/for-agent'
import { settleReply, settleSchema } from '@/lib/inbox/reply/settle-reply'

/** An agent's word on a reply: send again, it arrived, cancel. */
export const PUT = forAgent<{ id: string; messageId: string }>(
  async (request, { ctx, agent, params }) => {
    const input = settleSchema.parse(await readJson(request))
    const place = { conversationId: parseId(params.id), messageId: parseId(params.messageId) }
    return settleReply(ctx, agent, place, input)
  },
)
