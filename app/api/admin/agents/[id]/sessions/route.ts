import { signOutAgent } from '@/lib/admin/people/change-agent'
import { forAction, parseId } from '@/lib/http/for-agent'

/** Signs somebody out everywhere: `{ ended }`. */
export const DELETE = forAction<{ id: string }>(
  'manage-people',
  (_request, { params, agent, ctx }) => signOutAgent(ctx, agent.id, parseId(params.id)),
)
