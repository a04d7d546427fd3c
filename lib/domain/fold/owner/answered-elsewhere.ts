import type { OutboundFact } from '@/lib/domain/message/webhook-facts'
import { changeConversation, conversationIn } from '../conversation/change-rows'
import { askStella } from '../conversation/find-conversation'
import type { FoldEvent } from '../event'
import type { World } from '../world'
import { changeOwner } from './change-owner'

/** Whether a person of ours wrote it past Stella: in the app on a phone, or in the page's own inbox. */
export function isElsewhere(author: string): author is 'phone' | 'page' {
  return author === 'phone' || author === 'page'
}

/**
 * A person of ours answered past this inbox, so that nobody answers twice: what the member wrote before is read, and
 * nobody waits until they write again (architecture.md "Answered elsewhere"). An answer from before the member's newest
 * line, or in the same second, answers it not.
 */
export function noteAnsweredElsewhere(
  world: World,
  event: FoldEvent,
  fact: OutboundFact,
  conversationId: string,
) {
  const at = Math.min(fact.at, event.receivedAt)
  const conversation = conversationIn(world, conversationId)
  if (at > (conversation.lastInboundAt ?? 0)) {
    changeOwner(world, event, conversationId, { type: 'answered-elsewhere', at }, { at })
    changeConversation(world, conversationId, { unread: 0 })
  }
  if (conversation.owner !== 'agent') askStella(world, event, conversationId)
}
