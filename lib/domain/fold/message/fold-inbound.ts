import type { InboundFact } from '@/lib/domain/message/webhook-facts'
import type { ConversationRow } from '@/lib/domain/rows'
import { messageIn } from '../conversation/change-rows'
import {
  channelOf,
  conversationIdOf,
  conversationOf,
  threadOf,
} from '../conversation/find-conversation'
import type { Effected, FoldEvent } from '../event'
import { foldProfile } from '../fold-reports'
import { addMemberLine } from '../member/member-lines'
import { joinNames } from '../member/names'
import { messageKey, nextFeed, platformKey, type World } from '../world'
import { adopt, meetAgain } from './meet-again'
import { isSighted, provisionalMessages, putSight, remove, settleSights } from './sights'

/**
 * A line that a member wrote. Identity (architecture.md "Identity of a message"): the platform's id where there is
 * one, and sights of equal content join an event without an id with its twin that has one.
 */
export function foldInbound(world: World, event: FoldEvent, fact: InboundFact): Effected {
  if (fact.alsoKnownAs) joinNames(world, event, fact.memberExternalId, fact.alsoKnownAs)
  if (isOfSomebodyElse(world, event, fact)) return 'duplicate'
  const { member, conversation } = conversationOf(world, event, fact.memberExternalId)
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

/**
 * The platform's id is that of a line of ours, or of another member: nobody changes or repeats the words of others, and
 * trying makes no conversation.
 */
function isOfSomebodyElse(world: World, event: FoldEvent, fact: InboundFact): boolean {
  const { id: channelId } = channelOf(world, event)
  const key = fact.platformMessageId && platformKey(fact.platformMessageId)
  const known = key && world.keys.get(messageKey(channelId, key))
  if (!known) return false
  const message = messageIn(world, known.messageId)
  // A member who changed the number may have a thread from before under it.
  const theirs = [
    threadOf(world, event, fact.memberExternalId),
    conversationIdOf(world, channelId, fact.memberExternalId),
  ]
  return message.author !== 'member' || !theirs.includes(message.conversationId)
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
  if (known) return meetAgain(world, event, fact, messageIn(world, known.messageId))

  const sight = putSight(world, fact, conversation, platformMessageId)
  const released = settleSights(world, event, fact, conversation)
  const adopted = released.shift()
  const message = adopted
    ? adopt(world, fact, event, adopted, conversation)
    : addMemberLine(world, event, fact, conversation)
  world.keys.put({ channelId: conversation.channelId, key, messageId: message.id, guessed: false })
  world.sightings.put({ ...sight, messageId: message.id })
  for (const other of released) remove(world, other)
  return adopted ? 'duplicate' : 'message'
}

function foldAnonymous(
  world: World,
  event: FoldEvent,
  fact: InboundFact,
  conversation: ConversationRow,
): Effected {
  if (isSighted(world, fact, conversation)) return 'duplicate'
  putSight(world, fact, conversation)
  const before = provisionalMessages(world, fact, conversation)
  for (const message of settleSights(world, event, fact, conversation)) remove(world, message)
  return provisionalMessages(world, fact, conversation) > before ? 'message' : 'duplicate'
}
