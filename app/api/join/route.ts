import { spendAgentLink, spendLinkSchema } from '@/lib/admin/spend-link'
import { json } from '@/lib/http/answer'
import { readJson } from '@/lib/http/body'
import { forAnyone } from '@/lib/http/for-agent'
import { assertSameOrigin } from '@/lib/http/same-origin'
import { getRuntime } from '@/lib/runtime'

/** Spends a one-time link, to join or to choose a new password: 201 `{ email }`. */
export const POST = forAnyone(async (request) => {
  const { ctx, settings } = getRuntime()
  assertSameOrigin(request, settings)
  const input = spendLinkSchema.parse(await readJson(request))
  return json(await spendAgentLink(ctx, input), 201)
})
