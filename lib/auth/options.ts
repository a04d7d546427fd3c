import { randomUUID } from 'node:crypto'
import type { AuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { deleteSession, findAgentByEmail, insertSession } from '@/lib/db/agents'
import { appendOwnEvent } from '@/lib/db/events'
import type { PeopleFact } from '@/lib/domain/people-facts'
import { logger } from '@/lib/logger'
import { isPassword, PASSWORD_LENGTH_MAX } from '@/lib/password'
import { paths } from '@/lib/paths'
import { getRuntime } from '@/lib/runtime'
import { deriveKey } from '@/lib/vault'
import { countTry, noteSuccess } from './throttle'

/** Twelve hours: a shift and a bit. */
export const SESSION_LIFE_S = 12 * 3_600

export function authSecret(): string {
  return deriveKey(getRuntime().settings.APP_SECRET, 'next-auth session token').toString('hex')
}

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
    secret: authSecret(),
    session: { strategy: 'jwt', maxAge: SESSION_LIFE_S },
    pages: { signIn: paths.signIn, error: paths.signIn },
    cookies: {
      sessionToken: { name, options: { httpOnly: true, sameSite: 'lax', path: '/', secure } },
    },
    providers: [
      CredentialsProvider({
        credentials: { email: {}, password: {} },
        authorize: (given, request) =>
          signIn(given, addressOf(request?.headers)).catch(withoutDetails),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { ...token, sessionId: user.id } : token),
    },
    events: {
      async signOut({ token }) {
        const { ctx } = getRuntime()
        if (typeof token?.sessionId === 'string') await deleteSession(ctx.orm, token.sessionId)
      },
    },
  }
}

/** The id of a new session, as next-auth's user; null for a wrong password and an unknown e-mail alike. */
async function signIn(
  given: Record<'email' | 'password', string> | undefined,
  address: string,
): Promise<{ id: string } | null> {
  const { ctx } = getRuntime()
  const email = String(given?.email ?? '')
    .trim()
    .slice(0, 254)
  const password = String(given?.password ?? '')
  if (!email || email.includes('\u0000') || !password) return null
  if (password.length > PASSWORD_LENGTH_MAX) return null
  const answer = await countTry(ctx.sql, email, address)
  if (answer === 'now-blocked') await noteBlocked(email)
  if (answer !== 'allowed') return null
  const agent = await findAgentByEmail(ctx.orm, email)
  const matches = await isPassword(password, agent?.passwordHash)
  if (!matches || !agent || agent.disabledAt) return null
  const failures = await noteSuccess(ctx.sql, email, address)
  await note({ type: 'agent.signed-in', agentId: agent.id, failures }, agent.id)
  const id = randomUUID()
  const expiresAt = new Date(Date.now() + SESSION_LIFE_S * 1000)
  await insertSession(ctx.orm, { id, agentId: agent.id, expiresAt })
  return { id }
}

/** For the audit. Only of accounts that there are: a log of made-up names would be anybody's to fill. */
async function noteBlocked(email: string) {
  const agent = await findAgentByEmail(getRuntime().ctx.orm, email)
  if (agent) await note({ type: 'agent.sign-in-blocked', agentId: agent.id })
}

async function note({ type, ...body }: PeopleFact, agentId?: string) {
  await appendOwnEvent(getRuntime().ctx.sql, { kind: type, body, agentId })
}

/** Only for throttling, together with the e-mail; never a reason to trust anyone. */
function addressOf(headers: Record<string, unknown> | undefined): string {
  const forwarded = headers?.['x-forwarded-for']
  return typeof forwarded === 'string' ? (forwarded.split(',').at(-1)?.trim() ?? '') : ''
}

/** next-auth puts the message of an error into an address: it must say nothing about what failed inside. */
function withoutDetails(error: unknown): never {
  logger.error({ error }, 'Signing in failed')
  throw new Error('unavailable')
}
