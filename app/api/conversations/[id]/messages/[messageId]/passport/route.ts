import { forAgent, parseId } from '@/lib/http/for-agent'
import { readPassport } from '@/lib/inbox/passport'

/** Where a message has been: `{ hops }`, oldest first. */
export const GET = forAgent<{ id: string; messageId: string }>((_request, { ctx, params }) =>
  readPassport(ctx, { conversationId: parseId(params.id), messageId: parseId(params.messageId) }),
)
