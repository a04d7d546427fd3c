import { signOutAgent } from '@/lib/admin/people/change-agent'
import { forAgent } from '@/lib/http/for-agent'

/** Signs oneself out of every other browser: `{ ended }`. */
export const DELETE = forAgent((_request, { agent, sessionId, ctx }) =>
  signOutAgent(ctx, agent.id, agent.id, sessionId),
)
