import { forAgent, parseId } from '@/lib/http/for-agent'
import { readPassport } from '@/lib/inbox/message/passport'

/** Where a message has been: `{ hops, withheld? }`, oldest first. */
export const GET = forAgent<{ id: string; messageId: string }>((_request, { ctx, agent, params }) =>
  readPassport(ctx, agent, {
    conversationId: parseId(params.id),
    messageId: parseId(params.messageId),
  }),
)
