import type { Context } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { insertJobs } from '@/lib/db/jobs'
import { findColleague } from '@/lib/db/people/agents'
import { assigneeOf, type FullConversation } from '@/lib/domain/conversation/full-conversation'
import type { OwnerFacts } from '@/lib/domain/owner/owner-rules'
import type { Viewer } from '@/lib/domain/people/viewer'
import { channelsSeenBy } from '@/lib/domain/permissions'
import { AppError } from '@/lib/errors'
import { reason, type Said } from '@/lib/i18n/reason'
import type { StellaOutcome } from '@/lib/stella/api/call-outcome'
import { patchLiveChat } from '@/lib/stella/api/stella-client'
import type { StellaTarget } from '../channel/stella-target'
import { readMember } from '../member/read-member'

/** What the rules of lib/domain/owner/owner-rules.ts look at. */
export function toOwnerFacts(conversation: FullConversation): OwnerFacts {
  const { owner, authorized } = conversation
  return { owner, assignee: assigneeOf(conversation), channelAuthorized: authorized }
}

/**
 * First click wins: who comes second reads the winner's name instead of taking the conversation away unawares.
 * `seenAssigneeId` is who held it on the agent's screen; absent, nothing is compared.
 */
export function assertSeen(
  current: FullConversation,
  agent: Viewer,
  seenAssigneeId: string | null | undefined,
) {
  const holder = assigneeOf(current)
  if (seenAssigneeId === undefined || !holder) return
  if (holder.id === agent.id || holder.id === seenAssigneeId) return
  throw new AppError('conflict', reason('owner.change.takenBy', { name: holder.name }), {
    assignee: holder,
  })
}

/**
 * Who is about to hold a conversation must still be able to when it is noted: an admin may have disabled them, or kept them to
 * other channels, while Stella was asked. Throws `conflict`, and with `isStopped` says what Stella has done by then.
 */
export async function assertMayHold(
  tx: Transaction,
  { agentId, channelId, isStopped }: { agentId: string; channelId: string; isStopped: boolean },
) {
  const row = await findColleague(tx, agentId)
  const seen = row && channelsSeenBy(row)
  if (row && (!seen || seen.includes(channelId))) return
  const why = row
    ? reason('owner.change.mayNoLonger', { name: row.name })
    : reason('owner.change.agentMayNoLonger')
  throw new AppError('conflict', isStopped ? reason('owner.change.botStopped', { why }) : why)
}

/** Asks Stella to turn liveChat on or off. Gives the moment it agreed; throws in words when it did not. */
export async function switchLiveChat(
  ctx: Context,
  conversationId: string,
  target: StellaTarget,
  liveChat: boolean,
): Promise<number> {
  const outcome = await patchLiveChat(target.connection, { ...target, liveChat })
  if (outcome.kind !== 'ok') await refuse(ctx, conversationId, outcome)
  return Date.now()
}

/** What is known when the bot was stopped and the inbox could not note for whom: the read that follows makes it wait. */
export const STOPPED_UNNOTED = reason('owner.change.stoppedUnnoted')

/** After Stella switched and it could not be noted here: what holds is read from Stella. Throws the reason on. */
export async function askAfterSwitch(
  ctx: Context,
  conversationId: string,
  error: unknown,
): Promise<never> {
  await askAgain(ctx, conversationId).catch(() => undefined)
  throw error
}

/** What could not be noted, or is unclear, is asked of Stella rather than guessed. */
export async function askAgain(ctx: Context, conversationId: string, runAt?: number) {
  const key = `refresh-member:${conversationId}`
  await insertJobs(ctx.sql, [{ name: 'refresh-member', payload: { conversationId }, key, runAt }])
}

/** A read that is younger than this is not made again (architecture.md "Owner"). */
const READ_FRESH_MS = 15_000
/** Taking over must not hang on a read that only tells more about the member. */
const READ_PATIENCE_MS = 3_000

/** Before somebody takes over: what the bot knows of the member by now stands on their hand-over card. */
export async function readBeforeTaking(ctx: Context, conversation: FullConversation) {
  if (Date.now() - (conversation.asOf ?? 0) < READ_FRESH_MS) return
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, READ_PATIENCE_MS)
  })
  // Whether Stella can be reached at all, the call that matters will say.
  const read = readMember(ctx, conversation.id).catch(() => undefined)
  await Promise.race([read, patience])
  clearTimeout(timer)
}

async function refuse(
  ctx: Context,
  conversationId: string,
  outcome: Exclude<StellaOutcome<unknown>, { kind: 'ok' }>,
): Promise<never> {
  const { reason: why } = outcome
  if (outcome.kind === 'refused')
    throw new AppError('conflict', reason('owner.change.refused', { why }))
  if (outcome.kind === 'unreached') throw unreached(why, outcome.retryAfterMs)
  // It may have been done.
  await askAgain(ctx, conversationId)
  throw new AppError('unavailable', reason('owner.change.unclear', { why }))
}

const SECOND_MS = 1_000

function unreached(why: Said, retryAfterMs: number | undefined): AppError {
  if (!retryAfterMs) return new AppError('unavailable', reason('owner.change.unreached', { why }))
  const ms = Math.ceil(retryAfterMs / SECOND_MS) * SECOND_MS
  const span = { ms, style: 'long', finest: 'seconds' } as const
  return new AppError('unavailable', reason('owner.change.unreachedFor', { span, why }))
}
