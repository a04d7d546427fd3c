import { type Reason, reason } from '@/lib/i18n/reason'
import type { ChannelRef } from '@/lib/view/conversation-view'

const NAMED_MAX = 3

/** Which channels are disconnected and what that means, in a sentence each; undefined while all are connected. */
export function toDisconnectedWords(
  channels: ChannelRef[],
): { title: Reason; hint: Reason } | undefined {
  const names = channels.filter(({ authorized }) => !authorized).map(({ name }) => name)
  const count = names.length
  if (count === 0) return undefined
  const rest = count - NAMED_MAX
  const list =
    rest > 0 ? [...names.slice(0, NAMED_MAX), reason('channel.inbox.more', { count: rest })] : names
  return {
    title: reason('channel.inbox.disconnected', { names: { list }, count }),
    hint: reason('channel.inbox.disconnectedHint', { count }),
  }
}
