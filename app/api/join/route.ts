import { spendAgentLink, spendLinkSchema } from '@/lib/admin/people/spend-link'
import { readBrowser, withDevice } from '@/lib/auth/browser'
import { rememberBrowser } from '@/lib/auth/device'
import { json } from '@/lib/http/answer'
import { readJson } from '@/lib/http/body/body'
import { forAnyone } from '@/lib/http/for-agent'
import { assertSameOrigin } from '@/lib/http/guard/same-origin'
import { getRuntime } from '@/lib/runtime'

/**
 * Spends a one-time link, to join or to choose a new password: 201 `{ email }`. The account knows this browser from now on,
 * so that no stranger's guesses keep them from signing in.
 */
export const POST = forAnyone(
  async (request) => {
    const { ctx, settings } = getRuntime()
    assertSameOrigin(request, settings)
    const input = spendLinkSchema.parse(await readJson(request))
    const { email, agentId } = await spendAgentLink(ctx, input)
    const device = await rememberBrowser(ctx.sql, agentId, await readBrowser(request))
    return withDevice(json({ email }, 201), device)
  },
  { spends: true },
)
