import type { InboundFact } from '@/lib/domain/message/webhook-facts'
import type { ConversationRow, MessageRow } from '@/lib/domain/rows'
import { changeConversation, changeMessage, noteMessage } from '../conversation/change-rows'
import type { Effected, FoldEvent } from '../event'
import type { World } from '../world'
import { withMedia } from './add-message'
import { deletionOf } from './receipts'
import { isSightedNear, putSight, remove, settleSights } from './sights'
import { isEdited, joinWordings } from './wordings'

/** The same platform id again: raw completes what normalized showed; anything else only adds what is missing. */
export function meetAgain(
  world: World,
  event: FoldEvent,
  fact: InboundFact,
  message: MessageRow,
): Effected {
  const conversation = world.conversations.get(message.conversationId)
  // A member can't put other words into a line of ours.
  if (!conversation || message.author !== 'member') return 'duplicate'
  coverWording(world, event, fact, message, conversation)
  if (message.provisional && fact.source === 'raw') adopt(world, fact, event, message, conversation)
  else if (isEdited(fact) || isEdited(message))
    joinWordings(world, event, fact, message, conversation)
  else if (!message.replyToPlatformId && fact.replyToPlatformId)
    changeMessage(world, message.id, { replyToPlatformId: fact.replyToPlatformId })
  return 'duplicate'
}

/** An edited message is sighted under each of its wordings, so that none of them shows a bubble of its own. */
function coverWording(
  world: World,
  event: FoldEvent,
  fact: InboundFact,
  message: MessageRow,
  conversation: ConversationRow,
) {
  const ref = fact.platformMessageId
  // Only sights near in time: others are in memory or not as the batch happens to be.
  if (ref === undefined || isSightedNear(world, fact, conversation, ref)) return
  world.sightings.put({ ...putSight(world, fact, conversation, ref), messageId: message.id })
  for (const other of settleSights(world, event, fact, conversation))
    if (other.id !== message.id) remove(world, other)
}

/** The raw event of a line that a normalized one showed first: raw is the source of truth (Facts §3.3). */
export function adopt(
  world: World,
  fact: InboundFact,
  event: FoldEvent,
  message: MessageRow,
  conversation: ConversationRow,
): MessageRow {
  const adopted = changeMessage(world, message.id, {
    platformMessageId: fact.platformMessageId ?? message.platformMessageId,
    replyToPlatformId: fact.replyToPlatformId ?? message.replyToPlatformId,
    context: fact.context ?? message.context,
    deletedAt: deletionOf(world, conversation.channelId, fact.platformMessageId),
    content: withMedia(world, conversation, message.id, fact),
    sentAt: fact.at,
    eventId: event.id,
    place: fact.place,
    provisional: fact.source === 'normalized',
  })
  noteInboundAgain(world, event, adopted)
  return adopted
}

function noteInboundAgain(world: World, event: FoldEvent, message: MessageRow) {
  noteMessage(world, event, message)
  const conversation = world.conversations.get(message.conversationId)
  if (conversation && message.sentAt > (conversation.lastInboundAt ?? 0))
    changeConversation(world, conversation.id, { lastInboundAt: message.sentAt })
}
