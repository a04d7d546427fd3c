import type { Context } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { insertJobs } from '@/lib/db/jobs'
import { findColleague } from '@/lib/db/people/agents'
import { assigneeOf, type FullConversation } from '@/lib/domain/conversation/full-conversation'
import type { OwnerFacts } from '@/lib/domain/owner/owner-rules'
import type { Viewer } from '@/lib/domain/people/viewer'
import { channelsSeenBy } from '@/lib/domain/permissions'
import { AppError } from '@/lib/errors'
import { english } from '@/lib/i18n/catalogues'
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
  throw new AppError('conflict', `${holder.name} has taken this conversation.`, {
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
  const why = `${row?.name ?? 'This agent'} can no longer answer this channel.`
  throw new AppError('conflict', isStopped ? `${why} ${STOPPED_ALREADY}` : why)
}

const STOPPED_ALREADY = 'Stella has stopped the bot already: who answers now is being read.'

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
export const STOPPED_UNNOTED =
  'Stella has stopped the bot, but the inbox is busy and could not note who answers. The conversation waits: take it or assign it again in a moment.'

/** After Stella switched and it could not be noted here: what holds is read from Stella. Throws the reason on. */
export async function askAfterSwitch(
  ctx: Context,
  conversationId: string,
  reason: unknown,
): Promise<never> {
  await askAgain(ctx, conversationId).catch(() => undefined)
  throw reason
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
  if (outcome.kind === 'refused')
    throw new AppError(
      'conflict',
      `Stella refused: ${english.say(outcome.reason)} Nothing was changed.`,
    )
  if (outcome.kind === 'unreached') {
    const { reason, retryAfterMs } = outcome
    const when = retryAfterMs ? ` in ${Math.ceil(retryAfterMs / 1000)} s` : ''
    throw new AppError(
      'unavailable',
      `${english.say(reason)} Nothing was changed. Try again${when}.`,
    )
  }
  // It may have been done.
  await askAgain(ctx, conversationId)
  throw new AppError(
    'unavailable',
    `${english.say(outcome.reason)} We are asking Stella who answers now.`,
  )
}
