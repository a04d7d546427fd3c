import { renameMyself, renameSchema } from '@/lib/admin/people/change-profile'
import { readJson } from '@/lib/http/body/body'
import { forAgent } from '@/lib/http/for-agent'

/** Who is signed in. */
export const GET = forAgent(async (_request, { agent }) => agent)

/** Sets the name that others see. */
export const PUT = forAgent(async (request, { agent, ctx }) => {
  const { name } = renameSchema.parse(await readJson(request))
  await renameMyself(ctx, agent, name)
  return { ...agent, name }
})
