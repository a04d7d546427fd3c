import { makePasswordLink } from '@/lib/admin/people/password-link'
import { json } from '@/lib/http/answer'
import { forAction, parseId } from '@/lib/http/for-agent'
import { toLinkView } from '@/lib/http/link-url'

/** Makes the one-time link with which somebody chooses a new password: 201 `{ id, url, expiresAt }`. */
export const POST = forAction<{ id: string }>(
  'manage-people',
  async (request, { params, agent, ctx, runtime }) => {
    const link = await makePasswordLink(ctx, agent.id, parseId(params.id))
    return json(toLinkView(runtime, request, link), 201)
  },
)
