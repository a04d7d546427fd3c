import { examineSignature, labSchema } from '@/lib/admin/signature-lab'
import { readJson } from '@/lib/http/body'
import { forAction, parseId } from '@/lib/http/for-agent'

/** Says which step of a pasted signature differs; secrets stay on the server: `{ accepted, steps }`. */
export const POST = forAction<{ id: string }>('manage-stella', async (request, { ctx, params }) =>
  examineSignature(ctx, parseId(params.id), labSchema.parse(await readJson(request))),
)
