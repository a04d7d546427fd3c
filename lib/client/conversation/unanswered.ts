import type { ConversationView } from '@/lib/view/conversation-view'

type Facts = Pick<ConversationView, 'owner' | 'status' | 'lastMessage' | 'lastInboundAt'>

/**
 * Since when a member waits for a line of ours, in epoch ms: since their newest one, as long as no person wrote after it.
 * That somebody has read it is no answer, and neither is a text that goes out by itself. Undefined where nobody waits:
 * the bot answers, or it is resolved.
 */
export function unansweredSince(conversation: Facts): number | undefined {
  const { owner, status, lastMessage, lastInboundAt } = conversation
  if (status !== 'open' || owner !== 'agent' || !lastMessage) return undefined
  const isAutomatic = lastMessage.author === 'agent' && !lastMessage.agent
  if (lastMessage.author !== 'member' && !isAutomatic) return undefined
  return Date.parse(lastInboundAt ?? lastMessage.sentAt)
}
