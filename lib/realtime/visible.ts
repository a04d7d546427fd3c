import type { Queryable } from '@/lib/db/client'
import { listConversationChannels } from '@/lib/db/conversation/channel-of'
import type { Changes } from '@/lib/view/changes'

/** Which channel each conversation of a frame belongs to. */
export type ChannelOf = Map<string, string>

/** The channels of all conversations that a frame speaks of, in one query. */
export async function readChannelOf(sql: Queryable, changes: Changes): Promise<ChannelOf> {
  const known: ChannelOf = new Map(changes.conversations.map(({ id, channel }) => [id, channel.id]))
  const rest = [...changes.messages, ...changes.activities]
    .map(({ conversationId }) => conversationId)
    .filter((id) => !known.has(id))
  if (rest.length === 0) return known
  const rows = await listConversationChannels(sql, [...new Set(rest)])
  for (const { id, channelId } of rows) known.set(id, channelId)
  return known
}

/**
 * The part of a frame that somebody kept to some channels may have. Names each kind of row, so that a new kind stays
 * hidden from them until it is named here.
 */
export function toVisible(
  changes: Changes,
  channelOf: ChannelOf,
  channels: ReadonlySet<string>,
): Changes {
  const sees = (conversationId: string) => channels.has(channelOf.get(conversationId) ?? '')
  return {
    feed: changes.feed,
    channelsChanged: changes.channelsChanged,
    conversations: changes.conversations.filter(({ id }) => sees(id)),
    messages: changes.messages.filter(({ conversationId }) => sees(conversationId)),
    activities: changes.activities.filter(({ conversationId }) => sees(conversationId)),
    counters: changes.counters?.filter(({ channelId }) => channels.has(channelId)),
    merged: changes.merged?.filter(({ channelId }) => channels.has(channelId)),
  }
}
