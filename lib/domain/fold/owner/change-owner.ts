import { nextOwner, type OwnerEvent, ownerOf, reasonOf } from '@/lib/domain/owner/owner'
import type { ConversationRow } from '@/lib/domain/rows'
import { conversationIn } from '../conversation/places'
import type { FoldEvent } from '../event'
import { nextFeed, type World } from '../world'
import { beginSpan } from './spans'

interface Circumstances {
  /** Since when it is so. */
  at: number
  byAgentId?: string | null
  detail?: string
}

/**
 * The one place where a conversation's owner changes: the state machine says what follows, and a new stretch begins
 * when somebody else should answer. Gives the conversation before and after.
 */
export function changeOwner(
  world: World,
  event: FoldEvent,
  conversationId: string,
  happened: OwnerEvent,
  circumstances: Circumstances,
): { before: ConversationRow; after: ConversationRow } {
  const before = conversationIn(world, conversationId)
  const state = nextOwner(before, happened)
  const after = { ...before, ...ownerFields(state), owner: ownerOf(state), feed: nextFeed(world) }
  const isOther = after.owner !== before.owner || after.assigneeId !== before.assigneeId
  // Who waited when the conversation was resolved waits anew, from now.
  const isAnew = happened.type === 'returned' && after.owner === 'waiting'
  if (isOther || isAnew) {
    const why = reasonOf(before, happened)
    after.ownerSince = beginSpan(world, event, after, { ...circumstances, why })
    after.ownerWhy = why
    if (after.owner === 'waiting') world.effects.push({ type: 'tell-closed', conversationId })
  }
  return { before, after: world.conversations.put(after) }
}

function ownerFields(state: ReturnType<typeof nextOwner>) {
  const { liveChat, liveChatAsOf, assigneeId, askedAt, botProblem, driftAt, elsewhereAt } = state
  return { liveChat, liveChatAsOf, assigneeId, askedAt, botProblem, driftAt, elsewhereAt }
}
