import { coveredSeconds, SIGHT_SECONDS_MAX } from '@/lib/domain/message/sightings'
import type { InboundFact } from '@/lib/domain/message/webhook-facts'
import type { ConversationRow, MessageRow, SightingRow } from '@/lib/domain/rows'
import { changeMessage, messageIn, noteMessage, noteNewest } from '../conversation/change-rows'
import type { FoldEvent } from '../event'
import { welcome } from '../member/member-lines'
import { nextFeed, sightingGroup, sightingKey, type World } from '../world'
import { addMessage } from './add-message'

/** How many bubbles the sights of this content have that came without an id. */
export function provisionalMessages(
  world: World,
  fact: InboundFact,
  conversation: ConversationRow,
): number {
  return normalizedSights(world, fact, conversation).filter((sight) => sight.messageId).length
}

/**
 * Brings bubbles in line with what is covered: an uncovered normalized sight gets a provisional bubble, a covered
 * one gives its bubble back. Gives the bubbles that were given back, oldest first.
 */
export function settleSights(
  world: World,
  event: FoldEvent,
  fact: InboundFact,
  conversation: ConversationRow,
): MessageRow[] {
  const normalized = normalizedSights(world, fact, conversation)
  const near = normalized.filter((each) => isNear(each, fact, NEAR_SECONDS))
  // One more raw sight uncovers nothing: with all covered, thousands of equal messages in a body need no look at each other.
  if (fact.platformMessageId && near.every((sight) => !sight.messageId)) return []
  const covered = coveredSeconds([...normalized, ...rawSights(world, fact, conversation)])
  const released: MessageRow[] = []
  for (const sight of near) {
    if (covered.has(sight.second) && sight.messageId) {
      released.push(messageIn(world, sight.messageId))
      world.sightings.put({ ...sight, messageId: null })
    } else if (!covered.has(sight.second) && !sight.messageId) {
      const message = addProvisionalMessage(world, event, fact, conversation, sight.second)
      world.sightings.put({ ...sight, messageId: message.id })
    }
  }
  return released
}

/** A bubble for a sight without an id, perhaps an earlier one whose cover this event took: its own time, no id. */
function addProvisionalMessage(
  world: World,
  event: FoldEvent,
  fact: InboundFact,
  conversation: ConversationRow,
  second: number,
): MessageRow {
  const message = addMessage(world, event, conversation, fact, {
    id: world.idOf(`message\n${event.id}\n${fact.place}\nsight\n${second}`),
    author: 'member',
    sentAt: second === secondOf(fact) ? fact.at : second * 1000,
    place: fact.place,
    context: second === secondOf(fact) ? (fact.context ?? null) : null,
    provisional: true,
  })
  noteMessage(world, event, message)
  welcome(world, event, message)
  return message
}

/** The sights of this content near its time that came without the platform's id, oldest first: at most one a second. */
function normalizedSights(world: World, fact: InboundFact, conversation: ConversationRow) {
  return sightsBySource(world, fact, conversation, 'normalized').sort((a, b) => a.second - b.second)
}

/** Those that came with it. */
function rawSights(world: World, fact: InboundFact, conversation: ConversationRow) {
  return sightsBySource(world, fact, conversation, 'raw')
}

function sightsBySource(
  world: World,
  fact: InboundFact,
  { channelId }: ConversationRow,
  source: SightingRow['source'],
): SightingRow[] {
  const group = sightingGroup({ channelId, contentKey: fact.contentKey, source })
  return world.sightings.inGroup(group, (sight) => isNear(sight, fact, SIGHT_SECONDS_MAX))
}

/** Whether this content was seen in the second of this event: without an id, or under this id. */
export function isSighted(
  world: World,
  fact: InboundFact,
  { channelId }: ConversationRow,
  ref = '',
): boolean {
  const source = ref ? 'raw' : 'normalized'
  const { contentKey } = fact
  const second = secondOf(fact)
  return (
    world.sightings.get(sightingKey({ channelId, contentKey, second, source, ref })) !== undefined
  )
}

/** Whether this content was seen near its time under this id. */
export function isSightedNear(
  world: World,
  fact: InboundFact,
  conversation: ConversationRow,
  ref: string,
): boolean {
  if (isSighted(world, fact, conversation, ref)) return true
  return rawSights(world, fact, conversation).some((sight) => sight.ref === ref)
}

/** At the rim of what was looked at, a cover may lie outside it: bubbles there are left alone. */
const NEAR_SECONDS = SIGHT_SECONDS_MAX / 2

function isNear(sight: SightingRow, fact: InboundFact, seconds: number): boolean {
  return Math.abs(sight.second - secondOf(fact)) <= seconds
}

/** Notes that this content was seen: with `ref`, the platform's id, by a raw event. */
export function putSight(
  world: World,
  fact: InboundFact,
  conversation: ConversationRow,
  ref?: string,
) {
  return world.sightings.put({
    channelId: conversation.channelId,
    contentKey: fact.contentKey,
    source: ref === undefined ? 'normalized' : 'raw',
    second: secondOf(fact),
    ref: ref ?? '',
    messageId: null,
  })
}

/** The second in which it was written; 0 where time has no part in it. */
function secondOf(fact: InboundFact): number {
  return fact.timeless ? 0 : Math.floor(fact.at / 1000)
}

/** A bubble that proved to be a second sight of another one. */
export function remove(world: World, message: MessageRow) {
  changeMessage(world, message.id, { removed: true })
  const conversation = world.conversations.get(message.conversationId)
  if (!conversation) return
  // What was answered elsewhere never counted.
  const counted = message.sentAt < (conversation.elsewhereAt ?? 0) ? 0 : 1
  const unread = Math.max(0, conversation.unread - counted)
  world.conversations.put({ ...conversation, unread, feed: nextFeed(world) })
  if (conversation.lastMessageId === message.id) noteNewest(world, conversation.id)
}
