import type { ConversationView } from '@/lib/view/conversation-view'
import type { MessageView } from '@/lib/view/message-view'

/**
 * The conversation with the newest line of the bot as the one that speaks against whoever answers, where Stella has not
 * said since who that is. The server keeps the first such line of a stretch; each further one makes what Stella said
 * before it old.
 */
export function withBotMessage(
  conversation: ConversationView,
  messages: Pick<MessageView, 'author' | 'sentAt' | 'receivedAt'>[],
): ConversationView {
  const { owner, driftAt, liveChatAsOf } = conversation
  if (owner !== 'agent' || !driftAt) return conversation
  const message = messages.findLast(({ author }) => author === 'bot')
  if (!message) return conversation
  // A platform clock ahead of ours must not make a line look newer than what Stella tells next.
  const [at = message.receivedAt] = [message.sentAt, message.receivedAt].sort()
  return at > driftAt && at > (liveChatAsOf ?? '') ? { ...conversation, driftAt: at } : conversation
}
