import { forAgent, parseId } from '@/lib/http/for-agent'
import { readPassport } from '@/lib/inbox/message/passport'
import { toPassportView } from '@/lib/view/passport-view'

/** Where a message has been: `{ hops, withheld? }`, oldest first. */
export const GET = forAgent<{ id: string; messageId: string }>(
  async (_request, { ctx, agent, params }) => {
    const place = { conversationId: parseId(params.id), messageId: parseId(params.messageId) }
    return toPassportView(await readPassport(ctx, agent, place))
  },
)
