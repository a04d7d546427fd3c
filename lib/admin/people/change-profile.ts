import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Context } from '@/lib/context'
import { findPasswordHash, updateAgentName, updateAgentSettings } from '@/lib/db/people/agents'
import { deleteAvatar, putAvatar } from '@/lib/db/people/avatars'
import { lockPerson } from '@/lib/db/people/people'
import type { AgentSettings } from '@/lib/domain/people/agent-settings'
import type { Viewer } from '@/lib/domain/people/viewer'
import { AppError } from '@/lib/errors'
import { reason, schemaMessage } from '@/lib/i18n/reason'
import { record } from '@/lib/log/fold'
import { inTurn, note } from '@/lib/log/turn'
import { hashPassword, isPassword, PASSWORD_LENGTH_MAX } from '@/lib/password'
import { agentSchema } from './add-agent'
import { setPassword } from './change-agent'
import { drawAvatar } from './draw-avatar'

export const renameSchema = agentSchema.pick({ name: true })
export const passwordSchema = z.object({
  current: z
    .string(schemaMessage('people.account.currentNeeded'))
    .max(PASSWORD_LENGTH_MAX, schemaMessage('people.account.currentWrong')),
  password: agentSchema.shape.password,
})

/** Gives oneself another name, as others see it from now on. */
export async function renameMyself(ctx: Context, agent: Viewer, name: string): Promise<void> {
  await inTurn(ctx, async (tx) => {
    const before = await lockPerson(tx, agent.id)
    if (!before || before.name === name) return
    await updateAgentName(tx, agent.id, name)
    const fact = { type: 'agent.renamed', agentId: agent.id, name, before: before.name } as const
    await record(tx, fact, { agentId: agent.id })
  })
}

/** Sets what one chose for oneself: no folded row hangs on it, so it waits for nobody. */
export async function chooseSettings(
  ctx: Context,
  agent: Viewer,
  settings: AgentSettings,
): Promise<void> {
  await ctx.sql.begin(async (tx) => {
    await updateAgentSettings(tx, agent.id, settings)
    await note(
      { sql: tx },
      { type: 'agent.settings-set', agentId: agent.id },
      { agentId: agent.id },
    )
  })
}

/**
 * Sets a new password and ends every other sign-in. Throws `forbidden` when the current one is wrong. Guesses are slow:
 * whoever can make them is signed in already, and argon2 takes its time.
 */
export async function changePassword(
  ctx: Context,
  agent: Viewer,
  sessionId: string,
  { current, password }: z.infer<typeof passwordSchema>,
): Promise<{ ended: number }> {
  if (!(await isPassword(current, await findPasswordHash(ctx.sql, agent.id))))
    throw new AppError('forbidden', reason('people.account.currentWrong'))
  const passwordHash = await hashPassword(password)
  return inTurn(ctx, async (tx) => {
    return { ended: await setPassword(tx, agent.id, passwordHash, sessionId) }
  })
}

/** Sets one's picture from the bytes of an image. Throws `invalid` for what is none. */
export async function setAvatar(ctx: Context, agent: Viewer, given: Buffer): Promise<void> {
  const bytes = await drawAvatar(given)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await inTurn(ctx, async (tx) => {
    await putAvatar(tx, { agentId: agent.id, bytes, sha256 })
    const fact = { type: 'agent.avatar-set', agentId: agent.id, avatar: true } as const
    await record(tx, fact, { agentId: agent.id })
  })
}

/** Takes one's picture away. */
export async function removeAvatar(ctx: Context, agent: Viewer): Promise<void> {
  await inTurn(ctx, async (tx) => {
    const hadOne = await deleteAvatar(tx, agent.id)
    const fact = { type: 'agent.avatar-set', agentId: agent.id, avatar: false } as const
    if (hadOne) await record(tx, fact, { agentId: agent.id })
  })
}
