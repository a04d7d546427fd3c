import { nextOwner, type OwnerEvent, ownerOf, reasonOf } from '../owner'
import type { ConversationRow } from '../rows'
import type { FoldEvent } from './fold-event'
import { getConversation } from './places'
import { beginSpan } from './spans'
import { nextFeed, type World } from './world'

interface Told {
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
  told: Told,
): { before: ConversationRow; after: ConversationRow } {
  const before = getConversation(world, conversationId)
  const state = nextOwner(before, happened)
  const after = { ...before, ...ownerFields(state), owner: ownerOf(state), feed: nextFeed(world) }
  if (after.owner !== before.owner || after.assigneeId !== before.assigneeId) {
    const why = reasonOf(before, happened)
    after.ownerSince = beginSpan(world, event, after, { ...told, why })
    after.ownerWhy = why
  }
  return { before, after: world.conversations.put(after) }
}

/**
 * Nobody else should answer than before, but from now on: a talk that was resolved while it waited waits anew. It is
 * another waiting, with a time and a ring of its own. `at`: when the member wrote (epoch ms).
 */
export function waitAnew(world: World, event: FoldEvent, conversationId: string, at: number) {
  const conversation = getConversation(world, conversationId)
  const why = 'wrote-again'
  const ownerSince = beginSpan(world, event, conversation, { at, why })
  world.conversations.put({ ...conversation, ownerSince, ownerWhy: why, feed: nextFeed(world) })
}

function ownerFields(state: ReturnType<typeof nextOwner>) {
  const { liveChat, liveChatAsOf, assigneeId, askedAt, botProblem, driftAt } = state
  return { liveChat, liveChatAsOf, assigneeId, askedAt, botProblem, driftAt }
}
