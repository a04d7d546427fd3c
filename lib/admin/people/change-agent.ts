import { z } from 'zod'
import type { Context } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { withdrawLinks } from '@/lib/db/people/agent-links'
import { updateAgentAccess, updatePasswordHash } from '@/lib/db/people/agents'
import { forgetKnownBrowsers } from '@/lib/db/people/known-browsers'
import {
  announcePeople,
  countOtherAdmins,
  deleteSessionsOf,
  lockPerson,
} from '@/lib/db/people/people'
import type { PeopleFact } from '@/lib/domain/people/people-facts'
import { changeBlockedBecause, forbiddenBecause } from '@/lib/domain/permissions'
import { AppError } from '@/lib/errors'
import { reason, schemaMessage } from '@/lib/i18n/reason'
import { record } from '@/lib/log/fold'
import { inTurn } from '@/lib/log/turn'
import { assertChannelsExist, channelIdsSchema } from '../channel/channel-access'
import { roleSchema } from './add-agent'
import { assertMayManagePeople } from './assert-may-manage'
import { releaseConversations } from './release-conversations'

export const changeAgentSchema = z.object({
  role: roleSchema,
  channelIds: channelIdsSchema,
  disabled: z.boolean(schemaMessage('failure.field.boolean', { field: 'disabled' })),
})
type Change = z.infer<typeof changeAgentSchema>

/**
 * Sets what a person is here: role, channels, whether they may sign in. Acts at once, also on streams that are open,
 * and on the conversations they hold: those that they can't answer any more wait for somebody else.
 * Throws `forbidden` where the asker may not manage people any more, `not_found`, and `conflict` with the reason (the last
 * admin stays one).
 */
export async function changeAgent(
  ctx: Context,
  adminId: string,
  id: string,
  change: Change,
): Promise<void> {
  await assertChannelsExist(ctx.sql, change.channelIds)
  await inTurn(ctx, async (tx) => {
    await assertMayManagePeople(tx, adminId)
    const before = await lockPerson(tx, id)
    if (!before) throw notFound()
    const facts = { ...before, disabled: before.disabledAt !== null }
    const blocked = changeBlockedBecause(adminId, facts, change, await countOtherAdmins(tx, id))
    if (blocked) throw new AppError('conflict', blocked)
    await updateAgentAccess(tx, id, change)
    if (change.disabled) {
      await deleteSessionsOf(tx, id)
      await forgetKnownBrowsers(tx, id)
    }
    for (const fact of differences(facts, change)) await record(tx, fact, { agentId: adminId })
    await withdrawTheirLinks(tx, adminId, facts, change)
    await releaseConversations(tx, adminId, { id, ...change })
    await announcePeople(tx)
  })
}

/**
 * Links don't outlive what they stood on: those that somebody made who may not let people in any more, and a link to
 * choose a password, which was given to somebody of another role or to an account that is closed now.
 */
async function withdrawTheirLinks(
  tx: Transaction,
  adminId: string,
  before: { id: string; role: Change['role'] },
  after: Change,
): Promise<void> {
  if (after.disabled || after.role !== before.role) await withdrawLinks(tx, { agentId: before.id })
  if (!after.disabled && !forbiddenBecause(after, 'manage-people')) return
  for (const { id, purpose, email } of await withdrawLinks(tx, { madeBy: before.id }))
    if (purpose === 'invite')
      await record(
        tx,
        { type: 'agent.invite-withdrawn', linkId: id, email: email ?? '' },
        { agentId: adminId },
      )
}

/** Signs a person out of every browser. Gives how many sign-ins ended. Throws `not_found`. */
export async function signOutAgent(
  ctx: Context,
  adminId: string,
  id: string,
  except?: string,
): Promise<{ ended: number }> {
  return inTurn(ctx, async (tx) => {
    if (adminId !== id) await assertMayManagePeople(tx, adminId)
    if (!(await lockPerson(tx, id))) throw notFound()
    const sessions = await endSessions(tx, id, except)
    await record(tx, { type: 'agent.signed-out', agentId: id, sessions }, { agentId: adminId })
    return { ended: sessions }
  })
}

/**
 * Sets a password. Whatever came from the old one ends: other sign-ins, links to choose one, and browsers where the account was
 * known. Gives how many sign-ins.
 */
export async function setPassword(
  tx: Transaction,
  id: string,
  passwordHash: string,
  exceptSession?: string,
): Promise<number> {
  await updatePasswordHash(tx, id, passwordHash)
  await withdrawLinks(tx, { agentId: id })
  await forgetKnownBrowsers(tx, id)
  const ended = await endSessions(tx, id, exceptSession)
  await record(tx, { type: 'agent.password-set', agentId: id }, { agentId: id })
  return ended
}

/** Ends sign-ins and, at the commit, the streams that stand on them. */
async function endSessions(tx: Transaction, id: string, except?: string): Promise<number> {
  const ended = await deleteSessionsOf(tx, id, except)
  await announcePeople(tx)
  return ended
}

function differences(
  before: { id: string; role: Change['role']; channelIds: string[] | null; disabled: boolean },
  { role, channelIds, disabled }: Change,
): PeopleFact[] {
  const agentId = before.id
  const facts: PeopleFact[] = []
  if (role !== before.role)
    facts.push({ type: 'agent.role-set', agentId, role, before: before.role })
  if (!isSame(channelIds, before.channelIds))
    facts.push({ type: 'agent.access-set', agentId, channelIds })
  if (disabled !== before.disabled)
    facts.push({ type: disabled ? 'agent.disabled' : 'agent.enabled', agentId })
  return facts
}

function isSame(a: string[] | null, b: string[] | null): boolean {
  if (!a || !b) return a === b
  return a.length === b.length && a.every((id) => b.includes(id))
}

function notFound() {
  return new AppError('not_found', reason('people.noSuchPerson'))
}
