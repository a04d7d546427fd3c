import { changeAgent, changeAgentSchema } from '@/lib/admin/people/change-agent'
import { readJson } from '@/lib/http/body/body'
import { forAction, parseId } from '@/lib/http/for-agent'

/** Sets somebody's role and channels, and whether they may sign in. */
export const PUT = forAction<{ id: string }>(
  'manage-people',
  async (request, { params, agent, ctx }) => {
    const change = changeAgentSchema.parse(await readJson(request))
    await changeAgent(ctx, agent.id, parseId(params.id), change)
    return change
  },
)
