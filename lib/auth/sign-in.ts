import { randomUUID } from 'node:crypto'
import type { Context } from '@/lib/context'
import { appendOwnEvent } from '@/lib/db/log/events'
import { findSignInAccount, type SignInAccount } from '@/lib/db/people/known-browsers'
import { endSession, insertSession } from '@/lib/db/people/sessions'
import { EMAIL_LENGTH_MAX, toEmail } from '@/lib/domain/people/email'
import type { PeopleFact } from '@/lib/domain/people/people-facts'
import { AppError } from '@/lib/errors'
import { logger } from '@/lib/logger'
import { isPasswordOf, PASSWORD_LENGTH_MAX, passwordTurns } from '@/lib/password'
import { refusals, tellSecurity } from '@/lib/security-log'
import { type Browser, rememberBrowser, toBrowserIdentity } from './device'
import { countTry, isRefused, noteSuccess, type Try } from './throttle'

/** Twelve hours: a shift and a bit. */
export const SESSION_LIFE_S = 12 * 3_600

type Given = Partial<Record<'email' | 'password', string>> | undefined

/** A new session, as next-auth's user, and the browser's device cookie. */
export interface SignedIn {
  id: string
  device: string
}

/**
 * Opens a session; null for a wrong password, an unknown e-mail and an agent who is disabled alike, after the same work,
 * so that neither answer nor time tells which e-mails exist. The session that this browser had before ends. Throws
 * `too_many` when more people are signing in than can be looked at.
 */
export async function signIn(
  ctx: Context,
  given: Given,
  browser: Browser,
): Promise<SignedIn | null> {
  const email = toEmail(String(given?.email ?? '').slice(0, 2 * EMAIL_LENGTH_MAX))
  const password = String(given?.password ?? '')
  if (!email || email.length > EMAIL_LENGTH_MAX || !password) return null
  if (password.length > PASSWORD_LENGTH_MAX) return refuse(browser, 'no password of ours')
  const identity = toBrowserIdentity(browser)
  if (isRefused(identity, 'not looked up')) return refuse(browser, TOO_MANY)
  const account = await findSignInAccount(ctx.sql, email, identity)
  if (isRefused(identity, account)) return refuse(browser, TOO_MANY, account?.id)
  const one = { email, account, identity }
  const isKnown = Boolean(account?.knownDevice || account?.knownNetwork)
  const turn = passwordTurns().take(() => refusedBecause(ctx, one, password), isKnown)
  const why = await turn.catch((error) => {
    if (error instanceof AppError) refuse(browser, 'too many people at once', account?.id)
    throw error
  })
  if (why || !account) return refuse(browser, why ?? NO_ACCOUNT, account?.id)
  return open(ctx, account, one, browser)
}

const TOO_MANY = 'too many tries'
const NO_ACCOUNT = 'no such account'

/** Why nobody comes in by this; the password is not looked at after too many tries. */
async function refusedBecause(
  ctx: Context,
  one: Try,
  password: string,
): Promise<string | undefined> {
  const { account } = one
  const verdict = await countTry(ctx.sql, one)
  if (verdict === 'now-blocked') noteBlocked(ctx, account)
  if (verdict !== 'allowed') return TOO_MANY
  const isRight = await isPasswordOf(password, account?.passwordHash)
  if (!account) return NO_ACCOUNT
  if (!isRight) return 'wrong password'
  return account.disabledAt ? 'disabled account' : undefined
}

/** The answer is the same for each of them; why it was refused is for the security log alone. */
function refuse({ address: from }: Browser, why: string, who?: string): null {
  refusals.tell('sign-in.refused', from, { who, from, why })
  return null
}

async function open(
  ctx: Context,
  { id: agentId, passwordHash }: SignInAccount,
  one: Try,
  browser: Browser,
): Promise<SignedIn | null> {
  const { sql } = ctx
  const id = randomUUID()
  const expiresAt = Date.now() + SESSION_LIFE_S * 1000
  if (!(await insertSession(sql, { id, agentId, passwordHash, expiresAt })))
    return refuse(browser, 'changed meanwhile', agentId)
  const failures = await noteSuccess(sql, one)
  await note(ctx, { type: 'agent.signed-in', agentId, failures }, agentId)
  tellSecurity('sign-in.accepted', { who: agentId, from: browser.address, failures })
  const before = browser.sessionId && (await endSession(sql, browser.sessionId))
  if (before) tellSecurity('sign-out', { who: before, why: 'signed in anew' })
  return { id, device: await rememberBrowser(sql, agentId, browser) }
}

/**
 * For the audit. Only of accounts that there are: a log of made-up names would be anybody's to fill. Nobody waits for it,
 * or the time of the answer would tell that there is one.
 */
function noteBlocked(ctx: Context, account: SignInAccount | undefined) {
  if (!account) return
  note(ctx, { type: 'agent.sign-in-blocked', agentId: account.id }).catch((error) =>
    logger.error({ error }, 'A blocked sign-in could not be noted'),
  )
}

async function note({ sql }: Context, { type, ...body }: PeopleFact, agentId?: string) {
  await appendOwnEvent(sql, { kind: type, body, agentId })
}
