import type { ChannelRef } from '@/lib/view/conversation-view'

const NAMED_MAX = 3

/** Which channels are disconnected, in a sentence; undefined while all are connected. */
export function toDisconnectedTitle(channels: ChannelRef[]): string | undefined {
  const names = channels.filter(({ authorized }) => !authorized).map(({ name }) => name)
  const rest = names.length - NAMED_MAX
  const named = rest > 0 ? [...names.slice(0, NAMED_MAX), `${rest} more`] : names
  const list = new Intl.ListFormat('en', { type: 'conjunction' }).format(named)
  if (names.length === 0) return undefined
  return `${list} ${names.length === 1 ? 'is' : 'are'} disconnected from Stella.`
}
