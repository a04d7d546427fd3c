import { examineSignature, labSchema } from '@/lib/admin/channel/signature-lab'
import { readJson } from '@/lib/http/body/body'
import { forAction, parseId } from '@/lib/http/for-agent'
import { tellSecurity, toShortId } from '@/lib/security-log'

/** Says which step of a pasted signature differs; secrets stay on the server: `{ accepted, steps }`. */
export const POST = forAction<{ id: string }>('manage-stella', async (request, call) => {
  const id = parseId(call.params.id)
  const given = labSchema.parse(await readJson(request))
  tellSecurity('secret.compared', { who: call.agent.id, channel: toShortId(id) })
  return examineSignature(call.ctx, id, given)
})
