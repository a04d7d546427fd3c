import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { Context } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { countAgents } from '@/lib/db/people/agents'
import { insertSetupLink, spendSetupLinks } from '@/lib/db/people/setup-links'
import type { Settings } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { reason } from '@/lib/i18n/reason'
import { inTurn } from '@/lib/log/turn'
import { logger } from '@/lib/logger'
import { paths } from '@/lib/paths'
import { addAgent, agentSchema, prepareAgent, putAgent } from './add-agent'

const LINK_LIFE_MS = 24 * 3_600_000

/** On a database without agents: the admin of the settings, or a one-time link in the log that makes one. */
export async function firstAdmin(ctx: Context, settings: Settings): Promise<void> {
  if ((await countAgents(ctx.sql)) > 0) return
  const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = settings
  if (email && password) {
    await addAgent(ctx, { email, password, name: 'Admin', role: 'admin' }).catch(ignoreConflict)
    return
  }
  const token = randomBytes(24).toString('base64url')
  const expiresAt = Date.now() + LINK_LIFE_MS
  await insertSetupLink(ctx.sql, { tokenSha256: toTokenHash(token), expiresAt })
  const base = settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`
  logger.info(
    `No agents yet. Make the first admin here, within a day: ${base}${paths.setup(token)}`,
  )
}

/** Another process was first. */
function ignoreConflict(error: unknown) {
  if (!(error instanceof AppError && error.code === 'conflict')) throw error
}

export const setupSchema = agentSchema.omit({ role: true }).extend({ token: z.string().max(200) })

/** Uses a set-up link: makes the first admin. Throws `forbidden` when the link is wrong, old, used, or not needed; then, as on `unavailable`, it is not spent. */
export async function spendSetupLink(
  ctx: Context,
  { token, ...admin }: z.infer<typeof setupSchema>,
): Promise<{ id: string }> {
  if ((await countAgents(ctx.sql)) > 0)
    throw new AppError('forbidden', reason('signIn.setup.notNeeded'))
  const agent = await prepareAgent({ ...admin, role: 'admin' })
  await inTurn(ctx, async (tx) => {
    await spend(tx, toTokenHash(token))
    await putAgent(tx, agent)
  })
  return { id: agent.id }
}

/** All links end with the first that is used: of two processes each may have printed one. */
async function spend(tx: Transaction, hash: string) {
  if (await spendSetupLinks(tx, hash)) return
  throw new AppError('forbidden', reason('signIn.setup.used'))
}

function toTokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
