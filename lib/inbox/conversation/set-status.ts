import { z } from 'zod'
import type { Context } from '@/lib/context'
import { getChannelSettings } from '@/lib/db/channel/channels'
import type { Transaction } from '@/lib/db/client'
import { findConversation } from '@/lib/db/conversation/conversations'
import { handsBackOnResolve } from '@/lib/domain/channel/channel-settings'
import type { FullConversation } from '@/lib/domain/conversation/full-conversation'
import { handBackBlockedBecause } from '@/lib/domain/owner/owner-rules'
import type { Viewer } from '@/lib/domain/people/viewer'
import { AppError } from '@/lib/errors'
import { reason } from '@/lib/i18n/reason'
import { record } from '@/lib/log/fold'
import { inTurn } from '@/lib/log/turn'
import { toOwnerFacts } from '../owner/ownership'

export const statusSchema = z.object({ status: z.enum(['open', 'resolved']) })

/**
 * Resolves or reopens a conversation. A line from the member reopens it by itself, and then waits for a person unless
 * the bot has the conversation by then (architecture.md "After a resolve").
 */
export async function setStatus(
  ctx: Context,
  agent: Viewer,
  conversationId: string,
  { status }: z.infer<typeof statusSchema>,
): Promise<FullConversation> {
  return inTurn(ctx, async (tx) => {
    const before = await findConversation(tx, conversationId)
    if (!before) throw new AppError('not_found', reason('conversation.refused.noSuchConversation'))
    if (before.status === status) return before
    const handBack = (await handsBack(tx, agent, before, status)) ? { handBack: true as const } : {}
    await record(
      tx,
      { type: 'conversation.status-set', conversationId, status, ...handBack },
      { conversationId, agentId: agent.id },
    )
    return (await findConversation(tx, conversationId)) ?? before
  })
}

/** Whether this resolve gives the talk to the bot: as the channel wants it, and never over the head of who holds it. */
async function handsBack(
  tx: Transaction,
  agent: Viewer,
  before: FullConversation,
  status: FullConversation['status'],
): Promise<boolean> {
  if (status !== 'resolved' || handBackBlockedBecause(toOwnerFacts(before), agent.id)) return false
  return handsBackOnResolve(await getChannelSettings(tx, before.channelId), 'person')
}
