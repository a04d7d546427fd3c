import { changePassword, passwordSchema } from '@/lib/admin/change-profile'
import { mayTry } from '@/lib/auth/throttle'
import { AppError } from '@/lib/errors'
import { readJson } from '@/lib/http/body'
import { forAgent } from '@/lib/http/for-agent'

/** Sets a new password and ends every other sign-in: `{ ended }`. */
export const PUT = forAgent(async (request, { agent, sessionId, ctx }) => {
  const input = passwordSchema.parse(await readJson(request))
  if (!(await mayTry(ctx.sql, agent.id, 'new password')))
    throw new AppError('too_many', 'Too many tries. Wait a quarter of an hour.')
  return changePassword(ctx, agent, sessionId, input)
})
