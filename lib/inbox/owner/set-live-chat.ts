import { z } from 'zod'
import type { Context } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { getConversation } from '@/lib/db/conversation/conversations'
import type { FullConversation } from '@/lib/domain/conversation/full-conversation'
import { handBackBlockedBecause, takeOverBlockedBecause } from '@/lib/domain/owner/owner-rules'
import type { Viewer } from '@/lib/domain/people/viewer'
import { AppError } from '@/lib/errors'
import { reason, schemaMessage } from '@/lib/i18n/reason'
import { record } from '@/lib/log/fold'
import { inTurn, note } from '@/lib/log/turn'
import { redirectToNode } from '@/lib/stella/api/stella-client'
import { getStellaTarget, type StellaTarget } from '../channel/stella-target'
import {
  askAfterSwitch,
  assertMayHold,
  assertSeen,
  readBeforeTaking,
  STOPPED_UNNOTED,
  switchLiveChat,
  toOwnerFacts,
} from './ownership'

const NODE_ID_LENGTH_MAX = 200

const nodeId = z
  .string()
  .trim()
  .min(1, schemaMessage('owner.change.nodeMissing'))
  .max(NODE_ID_LENGTH_MAX, schemaMessage('owner.change.nodeTooLong', { max: NODE_ID_LENGTH_MAX }))
  .refine(
    (text) => text.isWellFormed() && !text.includes('\u0000'),
    schemaMessage('owner.change.nodeInvalid'),
  )

export const liveChatSchema = z.object({
  liveChat: z.boolean(),
  /** Who held the conversation on the agent's screen: when somebody else took it meanwhile, this is a conflict. */
  seenAssigneeId: z.uuid().nullable().optional(),
  /** Where the bot goes on after a hand-back; absent, the bot chooses. `tree` where it is known. */
  node: z.object({ id: nodeId, tree: nodeId.optional() }).optional(),
})

type LiveChatInput = z.infer<typeof liveChatSchema>

/**
 * Takes over (`true`) or hands back (`false`), if asked for at a node of the bot. Stella is asked first and our copy
 * follows. What fails before Stella agreed changes nothing; what fails after it says that Stella did it (architecture.md "Owner"). Throws `not_found`,
 * `conflict` (refused, forbidden by the rules, or taken by somebody else), `unavailable` (no clear answer).
 */
export async function setLiveChat(
  ctx: Context,
  agent: Viewer,
  conversationId: string,
  input: LiveChatInput,
): Promise<FullConversation> {
  const target = await getStellaTarget(ctx, conversationId)
  const before = await getConversation(ctx.sql, conversationId)
  assertMay(before, agent, input)
  if (input.liveChat) await readBeforeTaking(ctx, before)

  const asOf = await switchLiveChat(ctx, conversationId, target, input.liveChat)
  const work = async (tx: Transaction) => {
    assertMay(await getConversation(tx, conversationId), agent, input)
    const holder = { agentId: agent.id, channelId: target.channelId, isStopped: true }
    if (input.liveChat) await assertMayHold(tx, holder)
    return noteSwitch(tx, agent, conversationId, input, asOf)
  }
  const unnoted = input.liveChat ? STOPPED_UNNOTED : HANDED_BACK_UNNOTED
  const changed = await inTurn(ctx, work, unnoted).catch((error: unknown) =>
    // Stella did it and we could not note it: reading the member again will.
    askAfterSwitch(ctx, conversationId, input.liveChat ? error : afterHandBack(error)),
  )
  if (input.node && !input.liveChat) await goToNode(ctx, conversationId, target, input.node)
  return changed
}

const HANDED_BACK_UNNOTED = reason('owner.change.handedBackUnnoted')

/** Somebody took it while Stella was being asked: the winner's name alone would hide that the bot was turned on. */
function afterHandBack(error: unknown): unknown {
  if (!(error instanceof AppError && error.code === 'conflict')) return error
  const words = reason('owner.change.botStarted', { why: error.reason })
  return new AppError('conflict', words, error.details)
}

function assertMay(current: FullConversation, agent: Viewer, input: LiveChatInput) {
  assertSeen(current, agent, input.seenAssigneeId)
  const facts = toOwnerFacts(current)
  // Told twice is told once: handing back what the bot has already is no mistake.
  const isRepeat = !input.liveChat && facts.owner === 'bot' && facts.channelAuthorized
  const blocked = input.liveChat
    ? takeOverBlockedBecause(facts)
    : handBackBlockedBecause(facts, agent.id)
  if (blocked && !isRepeat) throw new AppError('conflict', blocked)
}

async function noteSwitch(
  tx: Transaction,
  agent: Viewer,
  conversationId: string,
  { liveChat, node }: LiveChatInput,
  asOf: number,
): Promise<FullConversation> {
  const about = { conversationId, agentId: agent.id }
  const fact = { conversationId, liveChat, agentId: agent.id, asOf }
  await record(tx, { type: 'live-chat.set', ...fact, ...(!liveChat && { node: node?.id }) }, about)
  const changed = await getConversation(tx, conversationId)
  // Somebody asked Stella for the opposite at the same moment, and Stella did that later.
  if (changed.owner !== (liveChat ? 'agent' : 'bot'))
    throw new AppError('conflict', reason('owner.change.sameMoment'))
  return changed
}

/** The conversation is the bot's by now; where it goes on there is a wish that Stella may refuse. */
async function goToNode(
  ctx: Context,
  conversationId: string,
  target: StellaTarget,
  node: { id: string; tree?: string },
) {
  const outcome = await redirectToNode(target.connection, {
    channelId: target.channelStellaId,
    recipientId: target.externalId,
    node,
  })
  if (outcome.kind === 'ok') return
  const { reason: why } = outcome
  const done = reason('owner.change.notAtNode', { node: node.id, why })
  const about = { conversationId, node: node.id, reason: why }
  const fact = { type: 'member.not-redirected', ...about } as const
  await note(ctx, fact, { conversationId }, done)
  throw new AppError(outcome.kind === 'refused' ? 'conflict' : 'unavailable', done)
}
