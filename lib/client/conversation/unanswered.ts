import type { ConversationView } from '@/lib/view/conversation-view'

type Facts = Pick<
  ConversationView,
  'owner' | 'ownerSince' | 'status' | 'lastMessage' | 'lastInboundAt' | 'failedReplies'
>

/**
 * Since when a member waits for a line of ours, in epoch ms: since their newest one, as long as nobody answered after it.
 * That somebody has read it is no answer. Undefined where nobody waits: the bot answers, or it is resolved.
 */
export function unansweredSince(conversation: Facts): number | undefined {
  const { owner, status, lastMessage, lastInboundAt } = conversation
  if (status !== 'open' || owner !== 'agent' || !lastMessage) return undefined
  if (lastMessage.author !== 'member' && isAnswer(lastMessage, conversation)) return undefined
  return Date.parse(lastInboundAt ?? lastMessage.sentAt)
}

/**
 * A line of the bot answers only while the bot holds the conversation. Of ours, a text that goes out by itself is no answer;
 * nor is a person's reply while one did not arrive: the row doesn't know which, and rather says too much than too little.
 */
function isAnswer(
  { author, agent, sentAt }: NonNullable<Facts['lastMessage']>,
  { ownerSince, failedReplies }: Facts,
): boolean {
  if (author === 'bot') return !ownerSince || Date.parse(sentAt) <= Date.parse(ownerSince)
  return author !== 'agent' || (agent !== undefined && !failedReplies)
}
