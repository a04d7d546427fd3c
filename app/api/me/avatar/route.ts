import { removeAvatar, setAvatar } from '@/lib/admin/people/change-profile'
import { readBytes } from '@/lib/http/body/body'
import { forAgent } from '@/lib/http/for-agent'

/** Sets one's picture from the bytes of the body: at most 8 MiB, kept as a small square. */
export const PUT = forAgent(async (request, { agent, ctx }) => {
  await setAvatar(ctx, agent, await readBytes(request))
  return {}
})

/** Takes it away. */
export const DELETE = forAgent(async (_request, { agent, ctx }) => {
  await removeAvatar(ctx, agent)
  return {}
})
