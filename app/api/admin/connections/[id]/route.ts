import { changeConnection, connectionChangeSchema } from '@/lib/admin/channel/change-connection'
import { connectionRemovalSchema, removeConnection } from '@/lib/admin/channel/remove-connection'
import { readJson } from '@/lib/http/body/body'
import { forAction, parseId } from '@/lib/http/for-agent'

/** Sets a connection right, as a whole; the token stays unless a new one is given. */
export const PUT = forAction<{ id: string }>(
  'manage-stella',
  async (request, { ctx, agent, params }) => {
    const change = connectionChangeSchema.parse(await readJson(request))
    return changeConnection(ctx, agent.id, parseId(params.id), change)
  },
)

/** Removes a connection that no channel is connected through; the body repeats its name: `{ name }`. */
export const DELETE = forAction<{ id: string }>(
  'manage-stella',
  async (request, { ctx, agent, params }) => {
    const removal = connectionRemovalSchema.parse(await readJson(request))
    await removeConnection(ctx, agent.id, parseId(params.id), removal)
    return { id: params.id }
  },
)
