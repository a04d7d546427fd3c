import { setupSchema, spendSetupLink } from '@/lib/admin/people/first-admin'
import { readBrowser, withDevice } from '@/lib/auth/browser'
import { rememberBrowser } from '@/lib/auth/device'
import { json } from '@/lib/http/answer'
import { readJson } from '@/lib/http/body/body'
import { forAnyone } from '@/lib/http/for-agent'
import { assertSameOrigin } from '@/lib/http/guard/same-origin'
import { getRuntime } from '@/lib/runtime'

/** Makes the first admin with the one-time link: 201 `{ id }`. */
export const POST = forAnyone(
  async (request) => {
    const { ctx, settings } = getRuntime()
    assertSameOrigin(request, settings)
    const input = setupSchema.parse(await readJson(request))
    const { id } = await spendSetupLink(ctx, input)
    const device = await rememberBrowser(ctx.sql, id, await readBrowser(request))
    return withDevice(json({ id }, 201), device)
  },
  { spends: true },
)
