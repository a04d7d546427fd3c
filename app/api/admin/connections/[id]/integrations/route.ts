import { createIntegration, createSchema, listIntegrations } from '@/lib/admin/channel/integrations'
import { readJson } from '@/lib/http/body/body'
import { forAction, parseId } from '@/lib/http/for-agent'

/** What Stella keeps under this connection, credentials masked: `{ items, nextCursor, method }`. */
export const GET = forAction<{ id: string }>('manage-stella', async (_request, { ctx, params }) =>
  listIntegrations(ctx, parseId(params.id)),
)

/** Makes an integration at Stella. */
export const PUT = forAction<{ id: string }>(
  'manage-stella',
  async (request, { ctx, agent, params }) => {
    const input = createSchema.parse(await readJson(request))
    return createIntegration(ctx, agent.id, parseId(params.id), input)
  },
)
