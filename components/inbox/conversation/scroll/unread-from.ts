import type { MessageView } from '@/lib/view/message-view'

/** The first of the last `unread` lines a member wrote; undefined where nothing is unread or it is not loaded. */
export function findUnreadFrom(messages: MessageView[], unread: number): string | undefined {
  if (unread <= 0) return undefined
  return messages.filter((message) => message.author === 'member').at(-unread)?.id
}
