import {
  deleteIntegration,
  replaceIntegration,
  replaceSchema,
} from '@/lib/admin/channel/integrations'
import { readJson } from '@/lib/http/body/body'
import { forAction, parseId } from '@/lib/http/for-agent'

interface Params {
  id: string
  integrationId: string
}

/** Changes an integration, which gets a new id by it: Stella can only make and delete. */
export const PUT = forAction<Params>('manage-stella', async (request, { ctx, agent, params }) => {
  const input = replaceSchema.parse(await readJson(request))
  return replaceIntegration(ctx, agent.id, parseId(params.id), params.integrationId, input)
})

/** Deletes an integration at Stella. */
export const DELETE = forAction<Params>('manage-stella', async (_request, { ctx, agent, params }) =>
  deleteIntegration(ctx, agent.id, parseId(params.id), params.integrationId),
)
