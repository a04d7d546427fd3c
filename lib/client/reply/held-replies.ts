import type { MessageView } from '@/lib/view/message-view'

/** The newest reply of this agent's own that is held back, so that they can still take it back. */
export function newestHeld<Message extends MessageView>(
  messages: Message[],
  agentId: string,
): Message | undefined {
  return messages.findLast(
    ({ delivery, heldUntil, agent }) =>
      delivery === 'queued' && heldUntil !== undefined && agent?.id === agentId,
  )
}
