import type { LocalMessage } from '@/lib/client/message/bubble'

/** How many messages came after the last one that was seen. What we write ourselves is no news. */
export function newsAfter(messages: LocalMessage[], seenId: string | undefined): number {
  const seen = messages.findLastIndex((message) => message.id === seenId)
  if (seen < 0) return 0
  return messages.slice(seen + 1).filter((message) => message.author !== 'agent').length
}
