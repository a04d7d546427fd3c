import type { MessageView } from '@/lib/view/message-view'

/**
 * For each message that offered choices, the title the member took: that of the tap which names the message, or
 * else the one that equals their next line, because most platforms do not say which message a tap answers.
 */
export function chosenTitles(messages: MessageView[]): Map<string, string> {
  const chosen = new Map<string, string>()
  const named = namedAnswers(messages)
  let answer: string | undefined
  for (const message of messages.toReversed()) {
    if (message.author === 'member') answer = message.text?.trim()
    else {
      const words = named.get(message.id) ?? answer
      const title = offeredChoices(message).find((choice) => choice.trim() === words)
      if (title !== undefined) chosen.set(message.id, title)
    }
  }
  return chosen
}

/** Taps that say which message they answer, by its id. */
function namedAnswers(messages: MessageView[]): Map<string, string> {
  return new Map(
    messages.flatMap(({ content, replyTo }) =>
      content.type === 'choice' && replyTo?.messageId
        ? [[replyTo.messageId, content.text.trim()]]
        : [],
    ),
  )
}

/** What the member may tap under a message, in order. */
export function offeredChoices(message: MessageView): string[] {
  const { content } = message
  if (content.type === 'text' || content.type === 'template') return content.choices ?? []
  if (content.type === 'cards') return content.cards.flatMap((card) => card.choices)
  if (content.type !== 'list') return []
  return content.sections.flatMap((section) => section.rows.map((row) => row.title))
}
