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
    .inGroup(conversation.id, (line) => isTwin(line, fact))
    .filter((line) => isSameContent(line.content, fact.content))
    .sort((a, b) => a.sentAt - b.sentAt || a.eventId - b.eventId || a.place - b.place)[0]
}

function isTwin(line: MessageRow, fact: OutboundFact): boolean {
  if (line.author === 'member' || line.removed) return false
  if (Math.abs(line.sentAt - fact.at) > TWIN_MS_MAX) return false
  if (line.platformMessageId !== null && fact.platformMessageId !== undefined) return false
  if (fact.unsure) return !isElsewhere(line.author) && line.platformMessageId === null
  return !isElsewhere(fact.author) && line.author === 'page' && line.provisional
}

/** Who wrote it is what Stella says; what the platform calls it is what the echo says. */
export function joinTwin(world: World, fact: OutboundFact, line: MessageRow): MessageRow {
  const isNamed = isElsewhere(line.author) && !isElsewhere(fact.author)
  const joined = changeMessage(world, line.id, {
    author: isNamed ? fact.author : line.author,
    provisional: false,
    platformMessageId: line.platformMessageId ?? fact.platformMessageId ?? null,
    replyToPlatformId: line.replyToPlatformId ?? fact.replyToPlatformId ?? null,
  })
  noteNewest(world, line.conversationId)
  return joined
}
