import { randomUUID } from 'node:crypto'
import type { Context } from '@/lib/context'
import { findAgentByEmail, insertSession } from '@/lib/db/agents'
import { appendOwnEvent } from '@/lib/db/events'
import type { PeopleFact } from '@/lib/domain/people-facts'
import { isPassword, PASSWORD_LENGTH_MAX } from '@/lib/password'
import { refusals, tell } from '@/lib/security-log'
import { countTry, noteSuccess } from './throttle'

/** Twelve hours: a shift and a bit. */
export const SESSION_LIFE_S = 12 * 3_600

/**
 * The id of a new session, as next-auth's user; null for a wrong password, an unknown e-mail and an agent who is
 * disabled alike, after the same work, so that neither answer nor time tells which e-mails exist. `address` slows down
 * guessing and is never a reason to trust anyone.
 */
export async function signIn(
  ctx: Context,
  given: Partial<Record<'email' | 'password', string>> | undefined,
  address: string,
): Promise<{ id: string } | null> {
  const { sql, orm } = ctx
  const email = String(given?.email ?? '')
    .trim()
    .slice(0, 254)
  const password = String(given?.password ?? '')
  if (!email || email.includes('\u0000') || !password) return null
  if (password.length > PASSWORD_LENGTH_MAX) return null
  const answer = await countTry(sql, email, address)
  if (answer === 'now-blocked') await noteBlocked(ctx, email)
  if (answer !== 'allowed') return refuse(address, 'too many tries')
  const agent = await findAgentByEmail(orm, email)
  const matches = await isPassword(password, agent?.passwordHash)
  if (!agent) return refuse(address, 'no such account')
  if (!matches) return refuse(address, 'wrong password', agent.id)
  if (agent.disabledAt) return refuse(address, 'disabled account', agent.id)
  const failures = await noteSuccess(sql, email, address)
  await note(ctx, { type: 'agent.signed-in', agentId: agent.id, failures }, agent.id)
  const id = randomUUID()
  const expiresAt = new Date(Date.now() + SESSION_LIFE_S * 1000)
  await insertSession(orm, { id, agentId: agent.id, expiresAt })
  tell('sign-in.accepted', { who: agent.id, from: address, failures })
  return { id }
}

/** The answer is the same for each of them; why it was refused is for the security log alone. */
function refuse(from: string, why: string, who?: string): null {
  refusals.tell('sign-in.refused', from, { who, from, why })
  return null
}

/** For the audit. Only of accounts that there are: a log of made-up names would be anybody's to fill. */
async function noteBlocked(ctx: Context, email: string) {
  const agent = await findAgentByEmail(ctx.orm, email)
  if (agent) await note(ctx, { type: 'agent.sign-in-blocked', agentId: agent.id })
}

async function note({ sql }: Context, { type, ...body }: PeopleFact, agentId?: string) {
  await appendOwnEvent(sql, { kind: type, body, agentId })
}
