import type { AuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { deleteSession } from '@/lib/db/agents'
import { logger } from '@/lib/logger'
import { paths } from '@/lib/paths'
import { getRuntime } from '@/lib/runtime'
import { tell } from '@/lib/security-log'
import { readSessionToken, sessionSecret } from './session-token'
import { SESSION_LIFE_S, signIn } from './sign-in'

/** `__Host-` cookies need https; a demo on this machine has none. */
export function sessionCookie() {
  const secure = getRuntime().settings.PUBLIC_URL?.startsWith('https:') ?? false
  return { name: `${secure ? '__Host-' : ''}stella-inbox.session`, secure }
}

/**
 * next-auth with e-mail and password. Its credentials provider only knows signed tokens, so the token carries a
 * random session id and every request checks the `sessions` row: signing out everywhere acts at once.
 */
export function authOptions(): AuthOptions {
  const { name, secure } = sessionCookie()
  return {
    secret: sessionSecret(getRuntime().ctx.keys),
    session: { strategy: 'jwt', maxAge: SESSION_LIFE_S },
    jwt: { decode: ({ token }) => readSessionToken(getRuntime().ctx.keys, token) },
    pages: { signIn: paths.signIn, error: paths.signIn },
    cookies: {
      sessionToken: { name, options: { httpOnly: true, sameSite: 'lax', path: '/', secure } },
    },
    providers: [
      CredentialsProvider({
        credentials: { email: {}, password: {} },
        authorize: (given, request) =>
          signIn(getRuntime().ctx, given, addressOf(request?.headers)).catch(withoutDetails),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { ...token, sessionId: user.id } : token),
    },
    events: {
      async signOut({ token }) {
        const { ctx } = getRuntime()
        if (typeof token?.sessionId !== 'string') return
        tell('sign-out', { who: await deleteSession(ctx.orm, token.sessionId) })
      },
    },
  }
}

/** What the server found out (lib/http/client-address.ts). Only for throttling, together with the e-mail. */
function addressOf(headers: Record<string, unknown> | undefined): string {
  return String(headers?.['x-forwarded-for'] ?? '')
}

/** next-auth puts the message of an error into an address: it must say nothing about what failed inside. */
function withoutDetails(error: unknown): never {
  logger.error({ error }, 'Signing in failed')
  throw new Error('unavailable')
}
