import { isSameContent } from '@/lib/domain/message/same-content'
import { TWIN_SECONDS_MAX } from '@/lib/domain/message/sightings'
import type { OutboundFact } from '@/lib/domain/message/webhook-facts'
import type { ConversationRow, MessageRow } from '@/lib/domain/rows'
import { changeMessage, noteNewest } from '../conversation/change-rows'
import { isElsewhere } from '../owner/answered-elsewhere'
import type { World } from '../world'

/*
 * What our side says may be told twice: by Stella, as an outbound event, and by the platform, as an echo of whatever
 * left the page. Ids join them; where one has none, equal words within a few minutes do. Only an echo that does not say
 * which app wrote it can be such a twin: one from a phone or a page's own inbox never is (architecture.md "Echo").
 */

/** How far apart the two may be dated. */
export const TWIN_MS_MAX = TWIN_SECONDS_MAX * 1000

/** The line that this fact tells once more, by its words: the oldest that has no twin yet. */
export function findTwin(
  world: World,
  fact: OutboundFact,
  conversation: ConversationRow,
): MessageRow | undefined {
  return world.messages
    .inGroup(conversation.id, (message) => isTwin(message, fact))
    .filter((message) => isSameContent(message.content, fact.content))
    .sort((a, b) => a.sentAt - b.sentAt || a.eventId - b.eventId || a.place - b.place)[0]
}

function isTwin(message: MessageRow, fact: OutboundFact): boolean {
  if (message.author === 'member' || message.removed) return false
  if (Math.abs(message.sentAt - fact.at) > TWIN_MS_MAX) return false
  if (message.platformMessageId !== null && fact.platformMessageId !== undefined) return false
  if (fact.unsure) return !isElsewhere(message.author) && message.platformMessageId === null
  return !isElsewhere(fact.author) && message.author === 'page' && message.provisional
}

/** Who wrote it is what Stella says; what the platform calls it is what the echo says. */
export function joinTwin(world: World, fact: OutboundFact, message: MessageRow): MessageRow {
  const isNamed = isElsewhere(message.author) && !isElsewhere(fact.author)
  const joined = changeMessage(world, message.id, {
    author: isNamed ? fact.author : message.author,
    provisional: false,
    platformMessageId: message.platformMessageId ?? fact.platformMessageId ?? null,
    replyToPlatformId: message.replyToPlatformId ?? fact.replyToPlatformId ?? null,
  })
  noteNewest(world, message.conversationId)
  return joined
}
