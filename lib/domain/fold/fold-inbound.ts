import { joinContexts } from '../context'
import type { InboundFact } from '../fact'
import type { ConversationRow, MessageRow, SightingRow } from '../rows'
import { coveredBy, SIGHT_SECONDS_MAX } from '../sightings'
import type { Effected, FoldEvent } from './fold-event'
import { addAlias } from './fold-notices'
import { foldProfile } from './fold-reports'
import { giveUpScheduled } from './fold-scheduled'
import { hearKeyword } from './hear-keyword'
import { addLine, withMedia } from './lines'
import {
  addActivity,
  askStella,
  changeConversation,
  changeMessage,
  conversationOf,
  getMessage,
  noteMessage,
  noteNewest,
} from './places'
import { deletionOf } from './receipts'
import { contentGroup, messageKey, nextFeed, platformKey, type World } from './world'

/**
 * A line that a member wrote. Identity (architecture.md "Identity of a message"): the platform's id where there is
 * one, and sights of equal content join an event without an id with its twin that has one.
 */
export function foldInbound(world: World, event: FoldEvent, fact: InboundFact): Effected {
  const { member, conversation } = conversationOf(world, event, fact.memberExternalId)
  if (fact.alsoKnownAs) addAlias(world, member, fact.alsoKnownAs)
  if (fact.stellaMemberId && !member.stellaId)
    world.members.put({ ...member, stellaId: fact.stellaMemberId, feed: nextFeed(world) })
  if (fact.profileName)
    foldProfile(world, event, {
      type: 'profile',
      memberExternalId: fact.memberExternalId,
      name: fact.profileName,
    })
  return fact.platformMessageId
    ? foldIdentified(world, event, fact, fact.platformMessageId, conversation)
    : foldAnonymous(world, event, fact, conversation)
}

function foldIdentified(
  world: World,
  event: FoldEvent,
  fact: InboundFact,
  platformMessageId: string,
  conversation: ConversationRow,
): Effected {
  const key = platformKey(platformMessageId)
  const known = world.keys.get(messageKey(conversation.channelId, key))
  if (known) return meetAgain(world, event, fact, getMessage(world, known.messageId))

  const sight = putSight(world, fact, conversation, platformMessageId)
  const released = settleSights(world, event, fact, conversation)
  const adopted = released.shift()
  const message = adopted
    ? adopt(world, fact, event, adopted, conversation)
    : addMemberLine(world, event, fact, conversation)
  world.keys.put({ channelId: conversation.channelId, key, messageId: message.id, guessed: false })
  world.sightings.put({ ...sight, messageId: message.id })
  for (const line of released) remove(world, line)
  return adopted ? 'duplicate' : 'message'
}

function foldAnonymous(
  world: World,
  event: FoldEvent,
  fact: InboundFact,
  conversation: ConversationRow,
): Effected {
  const second = secondOf(fact)
  const same = sightsOf(world, fact, conversation).find(
    (sight) => sight.source === 'normalized' && sight.second === second,
  )
  if (same) return 'duplicate'
  putSight(world, fact, conversation)
  const before = shownLines(world, fact, conversation)
  for (const line of settleSights(world, event, fact, conversation)) remove(world, line)
  return shownLines(world, fact, conversation) > before ? 'message' : 'duplicate'
}

function shownLines(world: World, fact: InboundFact, conversation: ConversationRow): number {
  return sightsOf(world, fact, conversation).filter((sight) => sight.messageId).length
}

/**
 * Brings bubbles in line with what is covered: an uncovered normalized sight gets a provisional bubble, a covered
 * one gives its bubble back. Gives the bubbles that were given back, oldest first.
 */
function settleSights(
  world: World,
  event: FoldEvent,
  fact: InboundFact,
  conversation: ConversationRow,
): MessageRow[] {
  const sights = sightsOf(world, fact, conversation)
  const covered = coveredBy(sights)
  const released: MessageRow[] = []
  const near = sights.filter((each) => isNear(each, fact, NEAR_SECONDS))
  for (const sight of near.filter((each) => each.source === 'normalized')) {
    if (covered.has(sight.second) && sight.messageId) {
      released.push(getMessage(world, sight.messageId))
      world.sightings.put({ ...sight, messageId: null })
    } else if (!covered.has(sight.second) && !sight.messageId) {
      const line = addProvisionalLine(world, event, fact, conversation, sight.second)
      world.sightings.put({ ...sight, messageId: line.id })
    }
  }
  return released
}

function sightsOf(world: World, fact: InboundFact, conversation: ConversationRow) {
  return world.sightings
    .inGroup(contentGroup(conversation.channelId, fact.contentKey))
    .filter((sight) => isNear(sight, fact, SIGHT_SECONDS_MAX))
    .sort((a, b) => a.second - b.second)
}

/** At the rim of what was looked at, a cover may lie outside it: bubbles there are left alone. */
const NEAR_SECONDS = SIGHT_SECONDS_MAX / 2

function isNear(sight: SightingRow, fact: InboundFact, seconds: number): boolean {
  return Math.abs(sight.second - secondOf(fact)) <= seconds
}

function putSight(world: World, fact: InboundFact, conversation: ConversationRow, ref?: string) {
  return world.sightings.put({
    channelId: conversation.channelId,
    contentKey: fact.contentKey,
    source: ref === undefined ? 'normalized' : 'raw',
    second: secondOf(fact),
    ref: ref ?? '',
    messageId: null,
  })
}

function secondOf(fact: InboundFact): number {
  return fact.timeless ? 0 : Math.floor(fact.at / 1000)
}

function addMemberLine(
  world: World,
  event: FoldEvent,
  fact: InboundFact,
  conversation: ConversationRow,
): MessageRow {
  const message = addLine(world, event, conversation, fact, {
    author: 'member',
    sentAt: fact.at,
    place: fact.place,
    platformMessageId: fact.platformMessageId ?? null,
    replyToPlatformId: fact.replyToPlatformId ?? null,
    context: fact.context ?? null,
    provisional: fact.source === 'normalized',
  })
  noteMessage(world, event, message)
  welcome(world, event, message)
  return message
}

/** A bubble for a sight without an id, perhaps an earlier one whose cover this event took: its own time, no id. */
function addProvisionalLine(
  world: World,
  event: FoldEvent,
  fact: InboundFact,
  conversation: ConversationRow,
  second: number,
): MessageRow {
  const message = addLine(world, event, conversation, fact, {
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

/** A line of a member makes the conversation unread and open, and asks Stella who answers unless a person does. */
function welcome(world: World, event: FoldEvent, message: MessageRow) {
  const conversation = world.conversations.get(message.conversationId)
  if (!conversation) return
  if (conversation.status !== 'open') addActivity(world, event, conversation.id, 'reopened')
  changeConversation(world, conversation.id, {
    unread: conversation.unread + 1,
    status: 'open',
    lastInboundAt: Math.max(conversation.lastInboundAt ?? 0, message.sentAt),
  })
  if (conversation.owner !== 'agent') askStella(world, event, conversation.id)
  giveUpScheduled(world, event, message)
  hearKeyword(world, event, message)
}

/** The raw event of a line that a normalized one showed first: raw is the source of truth (Facts §3.3). */
function adopt(
  world: World,
  fact: InboundFact,
  event: FoldEvent,
  line: MessageRow,
  conversation: ConversationRow,
): MessageRow {
  const message = changeMessage(world, line.id, {
    platformMessageId: fact.platformMessageId ?? line.platformMessageId,
    replyToPlatformId: fact.replyToPlatformId ?? line.replyToPlatformId,
    context: fact.context ?? line.context,
    deletedAt: deletionOf(world, conversation.channelId, fact.platformMessageId),
    content: withMedia(world, conversation, line.id, fact),
    sentAt: fact.at,
    eventId: event.id,
    place: fact.place,
    provisional: fact.source === 'normalized',
  })
  noteInboundAgain(world, event, message)
  return message
}

/** The same platform id again: raw completes what normalized showed; anything else only adds what is missing. */
function meetAgain(world: World, event: FoldEvent, fact: InboundFact, line: MessageRow): Effected {
  const conversation = world.conversations.get(line.conversationId)
  // A member can't put other words into a line of ours.
  if (!conversation || line.author !== 'member') return 'duplicate'
  coverWording(world, event, fact, line, conversation)
  if (line.provisional && fact.source === 'raw') adopt(world, fact, event, line, conversation)
  else if (isEdited(fact) || isEdited(line)) joinWordings(world, fact, line, conversation)
  else if (!line.replyToPlatformId && fact.replyToPlatformId)
    changeMessage(world, line.id, { replyToPlatformId: fact.replyToPlatformId })
  return 'duplicate'
}

/** An edited message is sighted under each of its wordings, so that none of them shows a bubble of its own. */
function coverWording(
  world: World,
  event: FoldEvent,
  fact: InboundFact,
  line: MessageRow,
  conversation: ConversationRow,
) {
  const ref = fact.platformMessageId
  // Only sights near in time: others are in memory or not as the batch happens to be.
  const isKnown = sightsOf(world, fact, conversation).some((sight) => sight.ref === ref)
  if (ref === undefined || isKnown) return
  world.sightings.put({ ...putSight(world, fact, conversation, ref), messageId: line.id })
  for (const other of settleSights(world, event, fact, conversation))
    if (other.id !== line.id) remove(world, other)
}

function isEdited({ context }: Pick<MessageRow, 'context'> | InboundFact): boolean {
  return context?.editedAt !== undefined
}

/** The words as the member changed them last, at the time of the first, with what is known around any of them. */
function joinWordings(
  world: World,
  fact: InboundFact,
  line: MessageRow,
  conversation: ConversationRow,
) {
  const isLater = (fact.context?.editedAt ?? '') > (line.context?.editedAt ?? '')
  changeMessage(world, line.id, {
    content: isLater ? withMedia(world, conversation, line.id, fact) : line.content,
    context: isLater
      ? joinContexts(line.context, fact.context)
      : joinContexts(fact.context, line.context),
    sentAt: Math.min(line.sentAt, fact.at),
    replyToPlatformId: line.replyToPlatformId ?? fact.replyToPlatformId ?? null,
  })
  // The list may show its words, and no longer those of this line.
  if (conversation.lastMessageId === line.id) noteNewest(world, conversation.id)
  else changeConversation(world, conversation.id, {})
}

function noteInboundAgain(world: World, event: FoldEvent, message: MessageRow) {
  noteMessage(world, event, message)
  const conversation = world.conversations.get(message.conversationId)
  if (conversation && message.sentAt > (conversation.lastInboundAt ?? 0))
    changeConversation(world, conversation.id, { lastInboundAt: message.sentAt })
}

/** A bubble that proved to be a second sight of another one. */
function remove(world: World, line: MessageRow) {
  changeMessage(world, line.id, { removed: true })
  const conversation = world.conversations.get(line.conversationId)
  if (!conversation) return
  const unread = Math.max(0, conversation.unread - 1)
  world.conversations.put({ ...conversation, unread, feed: nextFeed(world) })
  if (conversation.lastMessageId === line.id) noteNewest(world, conversation.id)
}
