import { withdrawInvite } from '@/lib/admin/people/invite-agent'
import { forAction, parseId } from '@/lib/http/for-agent'

/** Makes an invite worthless. */
export const DELETE = forAction<{ id: string }>(
  'manage-people',
  async (_request, { params, agent, ctx }) => {
    await withdrawInvite(ctx, agent.id, parseId(params.id))
    return {}
  },
)
