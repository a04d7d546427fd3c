import { z } from 'zod'
import type { Context } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { getConversation } from '@/lib/db/conversation/conversations'
import { findColleague } from '@/lib/db/people/agents'
import type { FullConversation } from '@/lib/domain/conversation/full-conversation'
import { assignBlockedBecause } from '@/lib/domain/owner/owner-rules'
import type { Viewer } from '@/lib/domain/people/viewer'
import { hiddenBecause } from '@/lib/domain/permissions'
import { AppError } from '@/lib/errors'
import { reason, schemaMessage } from '@/lib/i18n/reason'
import { record } from '@/lib/log/fold'
import { inTurn } from '@/lib/log/turn'
import { getStellaTarget } from '../channel/stella-target'
import {
  askAfterSwitch,
  assertMayHold,
  assertSeen,
  readBeforeTaking,
  STOPPED_UNNOTED,
  switchLiveChat,
  toOwnerFacts,
} from './ownership'

export const assigneeSchema = z.object({
  /** Who is to answer; null puts the conversation back into the queue. */
  agentId: z.uuid(schemaMessage('owner.change.agentIdNotUuid')).nullable(),
  /** Who held the conversation on the agent's screen: when somebody else took it meanwhile, this is a conflict. */
  seenAssigneeId: z.uuid().nullable().optional(),
})

type AssigneeInput = z.infer<typeof assigneeSchema>

/**
 * Gives a conversation to an agent, or back to the queue. Where the bot may still be answering, Stella is asked to
 * turn liveChat on first, as for taking over. Throws `not_found`; `conflict` with the winner's name when somebody
 * else took it meanwhile, or with the reason in words; `unavailable` when Stella gave no clear answer.
 */
export async function assign(
  ctx: Context,
  agent: Viewer,
  conversationId: string,
  input: AssigneeInput,
): Promise<FullConversation> {
  const target = await getStellaTarget(ctx, conversationId)
  const before = await getConversation(ctx.sql, conversationId)
  assertMay(before, agent, input)
  await assertColleague(ctx, input.agentId, before.channelId)
  const isTransfer = before.owner === 'agent'
  if (!isTransfer) await readBeforeTaking(ctx, before)

  const asOf = isTransfer ? undefined : await switchLiveChat(ctx, conversationId, target, true)
  const work = async (tx: Transaction) => {
    assertMay(await getConversation(tx, conversationId), agent, input)
    const { agentId } = input
    const { channelId } = before
    if (agentId) await assertMayHold(tx, { agentId, channelId, isStopped: !isTransfer })
    const by = { id: agent.id, name: agent.name }
    await record(
      tx,
      { type: 'conversation.assigned', conversationId, agentId: input.agentId, by, asOf },
      { conversationId, agentId: agent.id },
    )
    const changed = await getConversation(tx, conversationId)
    if (changed.assigneeId !== input.agentId || changed.owner === 'bot')
      throw new AppError('conflict', reason('owner.change.sameMoment'))
    return changed
  }
  if (asOf === undefined) return inTurn(ctx, work)
  return inTurn(ctx, work, STOPPED_UNNOTED).catch((error: unknown) =>
    askAfterSwitch(ctx, conversationId, error),
  )
}

function assertMay(current: FullConversation, agent: Viewer, input: AssigneeInput) {
  assertSeen(current, agent, input.seenAssigneeId)
  const blocked = assignBlockedBecause(toOwnerFacts(current), input.agentId, agent.id)
  if (blocked) throw new AppError('conflict', blocked)
}

async function assertColleague(ctx: Context, agentId: string | null, channelId: string) {
  if (agentId === null) return
  const colleague = await findColleague(ctx.sql, agentId)
  if (!colleague) throw new AppError('not_found', reason('owner.change.noSuchAgent'))
  if (hiddenBecause(colleague, channelId))
    throw new AppError('conflict', reason('owner.change.otherChannel', { name: colleague.name }))
}
