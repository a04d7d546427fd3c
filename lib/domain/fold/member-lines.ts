import type { ConversationRow, MessageRow } from '../rows'
import type { InboundFact } from '../webhook-facts'
import { waitAnew } from './change-owner'
import type { FoldEvent } from './fold-event'
import { giveUpScheduled } from './fold-scheduled'
import { hearKeyword } from './hear-keyword'
import { addLine } from './lines'
import { addActivity, askStella, changeConversation, noteMessage } from './places'
import type { World } from './world'

/** The bubble of a line that nothing showed before. */
export function addMemberLine(
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

/** A line of a member makes the conversation unread and open, and asks Stella who answers unless a person does. */
export function welcome(world: World, event: FoldEvent, message: MessageRow) {
  const conversation = world.conversations.get(message.conversationId)
  if (!conversation) return
  if (conversation.status !== 'open') addActivity(world, event, conversation.id, 'reopened')
  if (conversation.status !== 'open' && conversation.owner === 'waiting')
    waitAnew(world, event, conversation.id, Math.min(message.sentAt, event.receivedAt))
  changeConversation(world, conversation.id, {
    unread: conversation.unread + 1,
    status: 'open',
    lastInboundAt: Math.max(conversation.lastInboundAt ?? 0, message.sentAt),
  })
  if (conversation.owner !== 'agent') askStella(world, event, conversation.id)
  giveUpScheduled(world, event, message)
  hearKeyword(world, event, message)
}
