import type { OwnerReason } from '@/lib/domain/owner/owner'
import type { ConversationRow, OwnershipSpanRow } from '@/lib/domain/rows'
import type { FoldEvent } from '../event'
import { nextFeed, type World } from '../world'

interface Change {
  at: number
  why: OwnerReason
  /** Who made it so, where an agent did. */
  byAgentId?: string | null
  /** The member's word, the bot's node, or the minutes of a timer. */
  detail?: string
}

/** The stretch of a conversation that is not over yet. */
export function openSpanOf(world: World, conversationId: string): OwnershipSpanRow | undefined {
  return world.spans.inGroup(conversationId).find((span) => span.endedAt === null)
}

/**
 * Ends the open stretch and begins the next at the same moment, so that stretches never overlap and leave no gap.
 * A change that is told late begins no earlier than the stretch before it. Gives when it began.
 */
export function beginSpan(
  world: World,
  event: FoldEvent,
  conversation: Pick<ConversationRow, 'id' | 'owner' | 'assigneeId' | 'createdAt'>,
  change: Change,
): number {
  const open = openSpanOf(world, conversation.id)
  const startedAt = open ? Math.max(change.at, open.startedAt) : conversation.createdAt
  if (open) world.spans.put({ ...open, endedAt: startedAt, feed: nextFeed(world) })
  world.spans.put({
    conversationId: conversation.id,
    place: open ? open.place + 1 : 0,
    owner: conversation.owner,
    agentId: conversation.assigneeId,
    startedAt,
    endedAt: null,
    why: change.why,
    byAgentId: change.byAgentId ?? null,
    detail: change.detail ?? null,
    eventId: event.id,
    feed: nextFeed(world),
  })
  return startedAt
}
