import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { Context } from '@/lib/context'
import { insertLink, withdrawLinks } from '@/lib/db/people/agent-links'
import { findAgentByEmail } from '@/lib/db/people/agents'
import { AppError } from '@/lib/errors'
import { reason } from '@/lib/i18n/reason'
import { record } from '@/lib/log/fold'
import { inTurn } from '@/lib/log/turn'
import { assertChannelsExist, channelIdsSchema } from '../channel/channel-access'
import { agentSchema, emailTaken } from './add-agent'
import { assertMayManagePeople } from './assert-may-manage'
import { makeToken } from './link-token'

/** A week: people are on holiday. */
const INVITE_LIFE_MS = 7 * 24 * 3_600_000

export const inviteSchema = agentSchema
  .pick({ email: true, role: true })
  .extend({ channelIds: channelIdsSchema })

export interface MadeLink {
  id: string
  /** Shown once: only its hash is kept. */
  token: string
  /** Epoch ms. */
  expiresAt: number
}

/**
 * Makes a one-time link with which somebody joins. An earlier one for the same e-mail is worth nothing from then on.
 * Throws `conflict` when the e-mail has an account, `invalid` for a channel there is not.
 */
export async function inviteAgent(
  ctx: Context,
  adminId: string,
  { email, role, channelIds }: z.infer<typeof inviteSchema>,
): Promise<MadeLink> {
  if (await findAgentByEmail(ctx.sql, email)) throw emailTaken(email)
  await assertChannelsExist(ctx.sql, channelIds)
  const id = randomUUID()
  const { token, tokenSha256 } = makeToken()
  const expiresAt = Date.now() + INVITE_LIFE_MS
  await inTurn(ctx, async (tx) => {
    await assertMayManagePeople(tx, adminId)
    await withdrawLinks(tx, { email })
    await insertLink(tx, {
      id,
      tokenSha256,
      purpose: 'invite',
      email,
      role,
      channelIds,
      agentId: null,
      expiresAt,
      madeBy: adminId,
    })
    await record(tx, { type: 'agent.invited', linkId: id, email, role }, { agentId: adminId })
  })
  return { id, token, expiresAt }
}

/** Makes an invite worthless. Throws `not_found` when it was taken, withdrawn or too old. */
export async function withdrawInvite(ctx: Context, adminId: string, id: string): Promise<void> {
  await inTurn(ctx, async (tx) => {
    await assertMayManagePeople(tx, adminId)
    const [link] = await withdrawLinks(tx, { id })
    if (!link) throw new AppError('not_found', reason('people.inviteGone'))
    const email = link.email ?? ''
    await record(tx, { type: 'agent.invite-withdrawn', linkId: id, email }, { agentId: adminId })
  })
}
