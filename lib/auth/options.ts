import type { AuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { endSession } from '@/lib/db/people/sessions'
import { AppError } from '@/lib/errors'
import { logger } from '@/lib/logger'
import { paths } from '@/lib/paths'
import { getRuntime } from '@/lib/runtime'
import { tellSecurity } from '@/lib/security-log'
import { toCookie } from './cookies'
import type { Browser } from './device'
import { readSessionToken, sessionSecret } from './session-token'
import { SESSION_LIFE_S, signIn } from './sign-in'

/** The sign-in. */
export function sessionCookie() {
  return toCookie('session', getRuntime().settings.PUBLIC_URL)
}

/** By which an account knows a browser from which it was signed in before (lib/auth/device.ts). */
export function deviceCookie() {
  return toCookie('device', getRuntime().settings.PUBLIC_URL)
}

/**
 * next-auth with e-mail and password. Its credentials provider only knows signed tokens, so the token carries a
 * random session id and every request checks the `sessions` row: signing out everywhere acts at once. `browser` is who asks;
 * `remember` gets what it is to be known by once somebody has signed in.
 */
export function authOptions(browser: Browser, remember: (device: string) => void): AuthOptions {
  return {
    secret: sessionSecret(getRuntime().ctx.keys),
    session: { strategy: 'jwt', maxAge: SESSION_LIFE_S },
    jwt: { decode: ({ token }) => readSessionToken(getRuntime().ctx.keys, token) },
    pages: { signIn: paths.signIn, signOut: paths.signOut, error: paths.signIn },
    cookies: { sessionToken: sessionCookie() },
    providers: [
      CredentialsProvider({
        credentials: { email: {}, password: {} },
        async authorize(given) {
          const opened = await signIn(getRuntime().ctx, given, browser).catch(withoutDetails)
          if (!opened) return null
          remember(opened.device)
          return { id: opened.id }
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { ...token, sessionId: user.id } : token),
    },
    events: {
      async signOut({ token }) {
        const { ctx } = getRuntime()
        if (typeof token?.sessionId !== 'string') return
        tellSecurity('sign-out', { who: await endSession(ctx.sql, token.sessionId) })
      },
    },
  }
}

/**
 * next-auth puts the message of an error into an address: it must say nothing about what failed inside. A refusal goes as its
 * reason, for the form to put into words.
 */
function withoutDetails(error: unknown): never {
  if (error instanceof AppError) throw new Error(JSON.stringify(error.reason))
  logger.error({ error }, 'Signing in failed')
  throw new Error('unavailable')
}
