import { z } from 'zod'
import type { Context } from '@/lib/context'
import { findConversation } from '@/lib/db/conversations'
import { insertJobs } from '@/lib/db/jobs'
import type { ConversationView, Viewer } from '@/lib/domain/conversation'
import { AppError } from '@/lib/errors'
import { record } from '@/lib/log/fold'
import { inTurn } from '@/lib/log/turn'
import { patchLiveChat, type StellaOutcome } from '@/lib/stella/client'
import { getStellaTarget } from './stella-target'

export const liveChatSchema = z.object({
  liveChat: z.boolean(),
  /** Who held the talk on the agent's screen: when somebody else took it meanwhile, this is a conflict. */
  seenAssigneeId: z.uuid().nullable().optional(),
})

/**
 * Takes over (`true`) or hands back (`false`). Stella is asked first and our copy follows, so a failure changes
 * nothing and the agent is told (architecture.md "Owner"). Throws `not_found`, `conflict` (refused, or taken by
 * somebody else), `unavailable` (Stella gave no clear answer).
 */
export async function setLiveChat(
  ctx: Context,
  agent: Viewer,
  conversationId: string,
  { liveChat, seenAssigneeId }: z.infer<typeof liveChatSchema>,
): Promise<ConversationView> {
  const target = await getStellaTarget(ctx, conversationId)
  if (!target.authorized)
    throw new AppError('conflict', 'This channel was disconnected from Stella.')
  await assertNotTaken(ctx, agent, conversationId, seenAssigneeId)

  const outcome = await patchLiveChat(target.connection, { ...target, liveChat })
  if (outcome.kind !== 'ok') await refuse(ctx, conversationId, outcome)
  const asOf = Date.now()

  return inTurn(ctx, async (tx) => {
    const current = await findConversation(tx, conversationId)
    assertSeen(current, agent, seenAssigneeId)
    await record(
      tx,
      { type: 'live-chat.set', conversationId, liveChat, agentId: agent.id, asOf },
      { conversationId, agentId: agent.id },
    )
    const changed = await findConversation(tx, conversationId)
    if (!changed) throw new AppError('not_found', 'There is no such conversation.')
    return changed
  }).catch(async (error: unknown) => {
    // Stella did it and we could not note it: reading the member again will.
    await askAgain(ctx, conversationId).catch(() => undefined)
    throw error
  })
}

async function assertNotTaken(
  ctx: Context,
  agent: Viewer,
  conversationId: string,
  seenAssigneeId: string | null | undefined,
) {
  assertSeen(await findConversation(ctx.sql, conversationId), agent, seenAssigneeId)
}

/** First click wins: who comes second reads the winner's name instead of taking the talk away unawares. */
function assertSeen(
  current: ConversationView | undefined,
  agent: Viewer,
  seenAssigneeId: string | null | undefined,
) {
  const holder = current?.assignee
  if (seenAssigneeId === undefined || !holder) return
  if (holder.id === agent.id || holder.id === seenAssigneeId) return
  throw new AppError('conflict', `${holder.name} has taken this conversation.`, {
    assignee: holder,
  })
}

async function refuse(
  ctx: Context,
  conversationId: string,
  outcome: Exclude<StellaOutcome<unknown>, { kind: 'ok' }>,
): Promise<never> {
  if (outcome.kind === 'refused')
    throw new AppError('conflict', `Stella refused: ${outcome.reason} Nothing was changed.`)
  if (outcome.kind === 'unreached')
    throw new AppError('unavailable', `${outcome.reason} Nothing was changed. Try again.`)
  // It may have been done: ask Stella rather than guess.
  await askAgain(ctx, conversationId)
  throw new AppError('unavailable', `${outcome.reason} We are asking Stella who answers now.`)
}

async function askAgain(ctx: Context, conversationId: string) {
  const key = `refresh-member:${conversationId}`
  await insertJobs(ctx.sql, [{ name: 'refresh-member', payload: { conversationId }, key }])
}
