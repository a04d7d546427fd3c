'use client'

import { signIn } from 'next-auth/react'

/** What next-auth answers for any wrong pair, whether the e-mail is known or not. */
const WRONG_PAIR = 'CredentialsSignin'

/** Tries to sign in: a sentence why not, or undefined when it worked. */
export async function trySignIn(email: string, password: string): Promise<string | undefined> {
  try {
    const answer = await signIn('credentials', { email, password, redirect: false })
    if (answer?.ok && !answer.error) return undefined
    // Our own sentences (such as "too many attempts") have spaces; codes of the library do not.
    if (answer?.error?.includes(' ')) return answer.error
    if (answer?.error === WRONG_PAIR || answer?.status === 401) {
      return 'The e-mail or the password is wrong.'
    }
    return 'Signing in didn’t work. Try again in a moment.'
  } catch {
    return 'The inbox can’t be reached. Check your connection and try again.'
  }
}
