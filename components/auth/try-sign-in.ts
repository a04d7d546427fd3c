'use client'

import { signInHere } from '@/lib/client/people/session'
import { SIGN_IN_WINDOW_MS } from '@/lib/domain/people/sign-in-window'
import { isReason, type Reason, reason, toSaid } from '@/lib/i18n/reason'

/** What next-auth answers for any wrong pair, whether the e-mail is known or not. */
const WRONG_PAIR = 'CredentialsSignin'

/** Tries to sign in: why it didn't work, or undefined when it did. */
export async function trySignIn(email: string, password: string): Promise<Reason | undefined> {
  try {
    const { status, error } = await signInHere(email, password)
    if (error === undefined) return undefined
    // A refusal of ours (such as "too many at once") comes as its reason; all else are codes of the library.
    const said = toSaid(error)
    if (isReason(said)) return said
    if (said === WRONG_PAIR || status === 401) return wrongPair()
    return reason('signIn.failed')
  } catch {
    return reason('failure.unreachable')
  }
}

/** One sentence for every wrong pair: the answer does not say what was wrong. */
function wrongPair(): Reason {
  return reason('signIn.wrong', { span: { ms: SIGN_IN_WINDOW_MS, style: 'long' } })
}
