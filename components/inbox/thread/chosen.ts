import type { MessageView } from '@/lib/domain/conversation'

/**
 * For each message that offered choices, the title the member took: the one that equals their next line.
 * The platforms do not say which message a tap answers, so words are all there is to go by.
 */
export function chosenTitles(messages: MessageView[]): Map<string, string> {
  const chosen = new Map<string, string>()
  let answer: string | undefined
  for (const message of messages.toReversed()) {
    if (message.author === 'member') answer = message.text?.trim()
    else {
      const title = choicesOf(message).find((choice) => choice.trim() === answer)
      if (title !== undefined) chosen.set(message.id, title)
    }
  }
  return chosen
}

/** What the member may tap under a message, in order. */
export function choicesOf(message: MessageView): string[] {
  return message.content.type === 'text' ? (message.content.choices ?? []) : []
}
