import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Context } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { findUsableLink, type LinkRow, spendLink } from '@/lib/db/people/agent-links'
import { findEmail } from '@/lib/db/people/agents'
import { lockPerson } from '@/lib/db/people/people'
import { AppError } from '@/lib/errors'
import { reason, schemaMessage } from '@/lib/i18n/reason'
import { record } from '@/lib/log/fold'
import { inTurn } from '@/lib/log/turn'
import { hashPassword } from '@/lib/password'
import { addPerson, agentSchema } from './add-agent'
import { setPassword } from './change-agent'
import { toTokenHash } from './link-token'

const INCOMPLETE = schemaMessage('signIn.join.incomplete')

export const spendLinkSchema = z.object({
  token: z.string(INCOMPLETE).max(200, INCOMPLETE),
  /** For an invite. */
  name: agentSchema.shape.name.optional(),
  password: agentSchema.shape.password,
})

/** What a link is for, to show before it is spent; undefined when it can't be spent any more. */
export async function describeLink(
  ctx: Context,
  token: string,
): Promise<{ purpose: LinkRow['purpose']; email: string } | undefined> {
  const link = await findUsableLink(ctx.sql, toTokenHash(token))
  if (!link) return undefined
  if (link.purpose === 'invite') return { purpose: 'invite', email: link.email ?? '' }
  const email = link.agentId ? await findEmail(ctx.sql, link.agentId) : undefined
  return email === undefined ? undefined : { purpose: 'password', email }
}

interface Spent {
  /** To sign in with. */
  email: string
  agentId: string
}

/**
 * Spends a one-time link: makes the account, or sets its new password and signs it out everywhere. Whoever made the link
 * must be somebody who may do so still. Throws `forbidden` when the link is not valid any more, `conflict` when the e-mail was taken meanwhile.
 */
export async function spendAgentLink(
  ctx: Context,
  { token, name, password }: z.infer<typeof spendLinkSchema>,
): Promise<Spent> {
  const tokenSha256 = toTokenHash(token)
  // Before the slow hash: a wrong link must not cost anything.
  if (!(await findUsableLink(ctx.sql, tokenSha256))) throw spent()
  const passwordHash = await hashPassword(password)
  return inTurn(ctx, async (tx) => {
    const link = await spendLink(tx, tokenSha256)
    if (!link) throw spent()
    return link.purpose === 'invite'
      ? join(tx, link, name, passwordHash)
      : choosePassword(tx, link, passwordHash)
  })
}

async function join(
  tx: Transaction,
  { email, role, channelIds }: LinkRow,
  name: string | undefined,
  passwordHash: string,
): Promise<Spent> {
  if (!email || !role) throw spent()
  if (!name) throw new AppError('invalid', reason('people.account.nameNeeded'))
  const id = randomUUID()
  await addPerson(tx, { id, email, name, role, channelIds, passwordHash })
  await record(tx, { type: 'agent.added', agentId: id, email, role }, { agentId: id })
  return { email, agentId: id }
}

async function choosePassword(
  tx: Transaction,
  { agentId }: LinkRow,
  passwordHash: string,
): Promise<Spent> {
  const person = agentId ? await lockPerson(tx, agentId) : undefined
  if (!person || person.disabledAt !== null) throw spent()
  await setPassword(tx, person.id, passwordHash)
  return { email: person.email, agentId: person.id }
}

function spent() {
  return new AppError('forbidden', reason('signIn.join.used'))
}
