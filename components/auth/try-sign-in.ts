'use client'

import { signIn } from 'next-auth/react'

/** What next-auth answers for any wrong pair, whether the e-mail is known or not. */
const WRONG_PAIR = 'CredentialsSignin'

/** One sentence for every refusal: the answer does not say which it was. */
const WRONG =
  'The e-mail or the password is wrong. After many wrong ones, none is looked at for a quarter of an hour.'

/** Tries to sign in: a sentence why not, or undefined when it worked. */
export async function trySignIn(email: string, password: string): Promise<string | undefined> {
  try {
    const answer = await signIn('credentials', { email, password, redirect: false })
    if (answer?.ok && !answer.error) return undefined
    // Our own sentences (such as "too many attempts") have spaces; codes of the library do not.
    if (answer?.error?.includes(' ')) return answer.error
    if (answer?.error === WRONG_PAIR || answer?.status === 401) {
      return WRONG
    }
    return 'Signing in didn’t work. Try again in a moment.'
  } catch {
    return 'The inbox can’t be reached. Check your connection and try again.'
  }
}
