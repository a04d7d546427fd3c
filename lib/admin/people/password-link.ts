import { randomUUID } from 'node:crypto'
import type { Context } from '@/lib/context'
import { insertLink, withdrawLinks } from '@/lib/db/people/agent-links'
import { lockPerson } from '@/lib/db/people/people'
import { AppError } from '@/lib/errors'
import { reason } from '@/lib/i18n/reason'
import { record } from '@/lib/log/fold'
import { inTurn } from '@/lib/log/turn'
import { assertMayManagePeople } from './assert-may-manage'
import type { MadeLink } from './invite-agent'
import { makeToken } from './link-token'

const LIFE_MS = 24 * 3_600_000

/**
 * Makes a one-time link with which a person chooses a new password; an earlier one is worth nothing from then on. Their
 * old password works until the link is spent. Throws `not_found`; `conflict` for a disabled account.
 */
export async function makePasswordLink(
  ctx: Context,
  adminId: string,
  agentId: string,
): Promise<MadeLink> {
  const id = randomUUID()
  const { token, tokenSha256 } = makeToken()
  const expiresAt = Date.now() + LIFE_MS
  await inTurn(ctx, async (tx) => {
    await assertMayManagePeople(tx, adminId)
    const person = await lockPerson(tx, agentId)
    if (!person) throw new AppError('not_found', reason('people.noSuchPerson'))
    if (person.disabledAt !== null)
      throw new AppError('conflict', reason('people.account.disabled'))
    await withdrawLinks(tx, { agentId })
    await insertLink(tx, {
      id,
      tokenSha256,
      purpose: 'password',
      email: null,
      role: null,
      channelIds: null,
      agentId,
      expiresAt,
      madeBy: adminId,
    })
    await record(tx, { type: 'agent.password-link-made', agentId }, { agentId: adminId })
  })
  return { id, token, expiresAt }
}
