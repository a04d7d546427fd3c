import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Context } from '@/lib/context'
import { findAgentByEmail } from '@/lib/db/agents'
import type { Transaction } from '@/lib/db/client'
import { emailSchema } from '@/lib/domain/email'
import { PASSWORD_LENGTH_MIN } from '@/lib/domain/password-limits'
import { ROLES, type Role } from '@/lib/domain/role'
import { AppError } from '@/lib/errors'
import { record } from '@/lib/log/fold'
import { inTime } from '@/lib/log/turn'
import { hashPassword, PASSWORD_LENGTH_MAX } from '@/lib/password'

export const agentSchema = z.object({
  email: emailSchema,
  name: z.string().trim().min(1, 'A name is needed.').max(80),
  role: z.enum(ROLES, `The role must be one of ${ROLES.join(', ')}.`),
  password: z
    .string()
    .min(PASSWORD_LENGTH_MIN, `A password needs at least ${PASSWORD_LENGTH_MIN} characters.`)
    .max(PASSWORD_LENGTH_MAX, `A password can have at most ${PASSWORD_LENGTH_MAX} characters.`),
})

export type AgentInput = z.input<typeof agentSchema>

/** Adds a person who can sign in. Throws `conflict` when the e-mail is taken. */
export async function addAgent(ctx: Context, given: AgentInput): Promise<{ id: string }> {
  const { email, name, role, password } = agentSchema.parse(given)
  if (await findAgentByEmail(ctx.orm, email))
    throw new AppError('conflict', `There is an agent with the e-mail ${email} already.`)
  const id = randomUUID()
  const passwordHash = await hashPassword(password)
  await inTime(ctx, async (tx) => {
    await insertAgent(tx, { id, email, name, role, channelIds: null, passwordHash })
    await record(tx, { type: 'agent.added', agentId: id, email, role })
  })
  return { id }
}

/** A new row of a person. Throws `conflict` when the e-mail is taken. */
export async function insertAgent(
  tx: Transaction,
  agent: {
    id: string
    email: string
    name: string
    role: Role
    channelIds: string[] | null
    passwordHash: string
  },
): Promise<void> {
  const inserted = await tx`
    insert into agents (id, email, name, role, channel_ids, password_hash)
    values (${agent.id}, ${agent.email}, ${agent.name}, ${agent.role}, ${agent.channelIds}::uuid[],
      ${agent.passwordHash})
    on conflict do nothing returning id`
  if (inserted.length === 0)
    throw new AppError('conflict', `There is an agent with the e-mail ${agent.email} already.`)
}
