import { changePassword, passwordSchema } from '@/lib/admin/people/change-profile'
import { readBrowser, withDevice } from '@/lib/auth/browser'
import { rememberBrowser } from '@/lib/auth/device'
import { mayGuess } from '@/lib/auth/throttle'
import { SIGN_IN_WINDOW_MS } from '@/lib/domain/people/sign-in-window'
import { AppError } from '@/lib/errors'
import { json } from '@/lib/http/answer'
import { readJson } from '@/lib/http/body/body'
import { forAgent } from '@/lib/http/for-agent'
import { reason } from '@/lib/i18n/reason'
import { refusals } from '@/lib/security-log'

/** Sets a new password and ends every other sign-in: `{ ended }`. Only this browser is known to the account from then on. */
export const PUT = forAgent(async (request, { agent, sessionId, ctx }) => {
  const input = passwordSchema.parse(await readJson(request))
  if (!(await mayGuess(ctx.sql, agent.id))) {
    refusals.tell('password.refused', agent.id, { who: agent.id, why: 'too many tries' })
    throw new AppError(
      'too_many',
      reason('people.account.tooManyTries', { span: { ms: SIGN_IN_WINDOW_MS, style: 'long' } }),
    )
  }
  const { ended } = await changePassword(ctx, agent, sessionId, input)
  const device = await rememberBrowser(ctx.sql, agent.id, await readBrowser(request))
  return withDevice(json({ ended }), device)
})
