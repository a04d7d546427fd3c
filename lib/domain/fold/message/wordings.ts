import { type Content, mediaIdsOf, textOf } from '@/lib/domain/message/content'
import type { FactContent } from '@/lib/domain/message/file-facts'
import {
  joinContexts,
  type MessageContext,
  type Wording,
} from '@/lib/domain/message/message-context'
import type { ConversationRow, MessageRow } from '@/lib/domain/rows'
import { changeConversation, changeMessage, noteNewest } from '../conversation/change-rows'
import type { FoldEvent } from '../event'
import type { World } from '../world'
import { withMedia } from './add-message'

/** A wording of a line, as a fact brings it. */
interface WordedFact extends FactContent {
  at: number
  context?: MessageContext
  replyToPlatformId?: string
}

/** Whether somebody changed the words of this. */
export function isEdited({ context }: { context?: MessageContext | null }): boolean {
  return context?.editedAt !== undefined
}

/**
 * The words as they were changed last, at the time of the first, with what is known around any of them. Every wording
 * stays: what it said, when, and the event that brought it.
 */
export function joinWordings(
  world: World,
  event: FoldEvent,
  fact: WordedFact,
  message: MessageRow,
  conversation: ConversationRow,
) {
  const isLater = (fact.context?.editedAt ?? '') > (message.context?.editedAt ?? '')
  const brought = withMedia(world, conversation, message.id, fact)
  const [earlier, later] = isLater ? [message.content, brought] : [brought, message.content]
  const context = isLater
    ? joinContexts(message.context, fact.context)
    : joinContexts(fact.context, message.context)
  changeMessage(world, message.id, {
    content: withKeptFiles(earlier, later),
    context: { ...context, wordings: wordingsOf(event, fact, message) },
    sentAt: Math.min(message.sentAt, fact.at),
    replyToPlatformId: message.replyToPlatformId ?? fact.replyToPlatformId ?? null,
  })
  // The list may show its words, and no longer those of this line.
  if (conversation.lastMessageId === message.id) noteNewest(world, conversation.id)
  else changeConversation(world, conversation.id, {})
}

/** Where only the caption was told anew, as words alone, the files stay. */
function withKeptFiles(earlier: Content, later: Content): Content {
  const isCaption = later.type === 'text' && mediaIdsOf(earlier).length > 0
  return isCaption ? ({ ...earlier, text: later.text } as Content) : later
}

/** Every wording once, oldest first, whatever came first. */
function wordingsOf(event: FoldEvent, fact: WordedFact, message: MessageRow): Wording[] {
  const known = message.context?.wordings ?? [toWording(message, message.sentAt, message.eventId)]
  const brought = toWording(fact, fact.at, event.id)
  const isKnown = known.some(({ at, text }) => at === brought.at && text === brought.text)
  return [...known, ...(isKnown ? [] : [brought])].sort((a, b) => (a.at < b.at ? -1 : 1))
}

function toWording(
  fact: { content: Content; context?: MessageContext | null },
  at: number,
  eventId: number,
): Wording {
  const text = textOf(fact.content) ?? ''
  return { at: fact.context?.editedAt ?? new Date(at).toISOString(), text, eventId }
}
