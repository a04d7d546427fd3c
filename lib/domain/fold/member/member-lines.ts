import type { InboundFact } from '@/lib/domain/message/webhook-facts'
import type { ConversationRow, MessageRow } from '@/lib/domain/rows'
import { addActivity, changeConversation, noteMessage } from '../conversation/change-rows'
import { askStella, channelOf } from '../conversation/find-conversation'
import type { FoldEvent } from '../event'
import { addMessage } from '../message/add-message'
import { changeOwner } from '../owner/change-owner'
import { hearKeyword } from '../owner/hear-keyword'
import { giveUpScheduled } from '../reply/fold-scheduled'
import type { World } from '../world'

/** The bubble of a line that nothing showed before. */
export function addMemberLine(
  world: World,
  event: FoldEvent,
  fact: InboundFact,
  conversation: ConversationRow,
): MessageRow {
  const message = addMessage(world, event, conversation, fact, {
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
  if (conversation.status !== 'open') reopen(world, event, conversation.id)
  const isAnswered = message.sentAt < (conversation.elsewhereAt ?? 0)
  if (!isAnswered && conversation.elsewhereAt !== null) noteWroteAgain(world, event, message)
  changeConversation(world, conversation.id, {
    unread: conversation.unread + (isAnswered ? 0 : 1),
    status: 'open',
    lastInboundAt: Math.max(conversation.lastInboundAt ?? 0, message.sentAt),
  })
  if (world.conversations.get(conversation.id)?.owner !== 'agent')
    askStella(world, event, conversation.id)
  else if (channelOf(world, event).settings.closedText)
    world.effects.push({ type: 'tell-closed', conversationId: conversation.id })
  giveUpScheduled(world, event, message)
  hearKeyword(world, event, message)
}

/** A person of ours had answered past this inbox: from now on somebody has to come again. */
function noteWroteAgain(world: World, event: FoldEvent, message: MessageRow) {
  const at = message.sentAt
  changeOwner(world, event, message.conversationId, { type: 'member-wrote', at }, { at })
}

/** Whoever held a conversation that was resolved has left it: unless the bot has it by now, a person has to come anew. */
function reopen(world: World, event: FoldEvent, conversationId: string) {
  addActivity(world, event, conversationId, 'reopened')
  changeOwner(world, event, conversationId, { type: 'returned' }, { at: event.receivedAt })
}
