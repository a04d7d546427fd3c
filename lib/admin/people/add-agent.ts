import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Context } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { findAgentByEmail, insertAgent } from '@/lib/db/people/agents'
import { emailSchema } from '@/lib/domain/people/email'
import { PASSWORD_LENGTH_MIN } from '@/lib/domain/people/password-limits'
import { ROLES, type Role } from '@/lib/domain/people/role'
import { AppError } from '@/lib/errors'
import { reason, schemaMessage } from '@/lib/i18n/reason'
import { record } from '@/lib/log/fold'
import { inTurn } from '@/lib/log/turn'
import { hashPassword, PASSWORD_LENGTH_MAX } from '@/lib/password'

const NAME_LENGTH_MAX = 80
const TOO_SHORT = schemaMessage('people.account.passwordTooShort', { min: PASSWORD_LENGTH_MIN })

export const roleSchema = z.enum(
  ROLES,
  schemaMessage('failure.field.oneOf', { field: 'role', choices: { list: ROLES, type: 'or' } }),
)

export const agentSchema = z.object({
  email: emailSchema,
  name: z
    .string(schemaMessage('people.account.nameNeeded'))
    .trim()
    .min(1, schemaMessage('people.account.nameNeeded'))
    .max(NAME_LENGTH_MAX, schemaMessage('people.account.nameTooLong', { max: NAME_LENGTH_MAX })),
  role: roleSchema,
  password: z
    .string(TOO_SHORT)
    .min(PASSWORD_LENGTH_MIN, TOO_SHORT)
    .max(
      PASSWORD_LENGTH_MAX,
      schemaMessage('people.account.passwordTooLong', { max: PASSWORD_LENGTH_MAX }),
    ),
})

export type AgentInput = z.input<typeof agentSchema>

/** Adds a person who can sign in. Throws `conflict` when the e-mail is taken. */
export async function addAgent(ctx: Context, given: AgentInput): Promise<{ id: string }> {
  const { email } = agentSchema.parse(given)
  if (await findAgentByEmail(ctx.sql, email)) throw emailTaken(email)
  const agent = await prepareAgent(given)
  await inTurn(ctx, (tx) => putAgent(tx, agent))
  return { id: agent.id }
}

/** Does the slow work for a new person, such as hashing the password, before anything is held. */
export async function prepareAgent(given: AgentInput): Promise<NewAgent> {
  const { password, ...person } = agentSchema.parse(given)
  const passwordHash = await hashPassword(password)
  return { id: randomUUID(), ...person, channelIds: null, passwordHash }
}

/** A prepared person into the rows and the log. Throws `conflict` when the e-mail is taken. */
export async function putAgent(tx: Transaction, agent: NewAgent): Promise<void> {
  await addPerson(tx, agent)
  const { id: agentId, email, role } = agent
  await record(tx, { type: 'agent.added', agentId, email, role })
}

interface NewAgent {
  id: string
  email: string
  name: string
  role: Role
  channelIds: string[] | null
  passwordHash: string
}

/** A new row of a person. Throws `conflict` when the e-mail is taken. */
export async function addPerson(tx: Transaction, agent: NewAgent): Promise<void> {
  if (!(await insertAgent(tx, agent))) throw emailTaken(agent.email)
}

export function emailTaken(email: string) {
  return new AppError('conflict', reason('people.account.emailTaken', { email }))
}
