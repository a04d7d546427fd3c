import { changeConnection, connectionChangeSchema } from '@/lib/admin/change-connection'
import { readJson } from '@/lib/http/body'
import { forAction, parseId } from '@/lib/http/for-agent'

/** Sets a connection right, as a whole; the token stays unless a new one is given. */
export const PUT = forAction<{ id: string }>(
  'manage-stella',
  async (request, { ctx, agent, params }) => {
    const change = connectionChangeSchema.parse(await readJson(request))
    return changeConnection(ctx, agent.id, parseId(params.id), change)
  },
)
