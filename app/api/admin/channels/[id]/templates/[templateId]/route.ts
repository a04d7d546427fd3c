import { removeTemplate, saveTemplate } from '@/lib/admin/channel/templates'
import { templateSchema } from '@/lib/domain/reply/schema/template-schema'
import { readJson } from '@/lib/http/body/body'
import { forRole, parseId } from '@/lib/http/for-agent'

interface Params {
  id: string
  templateId: string
}

/** Writes a template anew. Admins only. */
export const PUT = forRole<Params>('admin', async (request, { params, agent, ctx }) => {
  const template = templateSchema.parse(await readJson(request))
  return saveTemplate(ctx, agent.id, parseId(params.id), template, parseId(params.templateId))
})

/** Takes a template out of the catalogue. Admins only. */
export const DELETE = forRole<Params>('admin', async (_request, { params, agent, ctx }) =>
  removeTemplate(ctx, agent.id, parseId(params.id), parseId(params.templateId)),
)
