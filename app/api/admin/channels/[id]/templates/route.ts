import { listChannelTemplates, saveTemplate } from '@/lib/admin/channel/templates'
import { templateSchema } from '@/lib/domain/reply/schema/template-schema'
import { json } from '@/lib/http/answer'
import { readJson } from '@/lib/http/body/body'
import { forRole, parseId } from '@/lib/http/for-agent'

/** A channel's catalogue of WhatsApp templates: `{ items, nextCursor }`. Admins only. */
export const GET = forRole<{ id: string }>('admin', async (_request, { params, ctx }) =>
  listChannelTemplates(ctx, parseId(params.id)),
)

/** Adds a template: 201 with it. Admins only. */
export const POST = forRole<{ id: string }>('admin', async (request, { params, agent, ctx }) => {
  const template = templateSchema.parse(await readJson(request))
  return json(await saveTemplate(ctx, agent.id, parseId(params.id), template), 201)
})
