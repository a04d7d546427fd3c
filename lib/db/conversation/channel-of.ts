import type { Queryable } from '../client'

/** What an address of the API can name that lies on a channel. */
export type ChannelNoun = 'conversations' | 'messages' | 'media' | 'members'

/** On which channel something is; undefined for what there is not. */
export async function findChannelOf(
  sql: Queryable,
  noun: ChannelNoun,
  id: string,
): Promise<string | undefined> {
  const [row] = await FIND[noun](sql, id)
  return row?.channelId
}

/** On which channel each of these conversations is; what is not there is left out. */
export async function listConversationChannels(
  sql: Queryable,
  conversationIds: string[],
): Promise<{ id: string; channelId: string }[]> {
  return sql<{ id: string; channelId: string }[]>`
    select id, channel_id from conversations where id = any(${conversationIds}::uuid[])`
}

type Find = (sql: Queryable, id: string) => PromiseLike<{ channelId: string }[]>

const FIND: Record<ChannelNoun, Find> = {
  conversations: (sql, id) => sql`
    select channel_id from conversations where id = ${id}
    union all select channel_id from merged_conversations where id = ${id}`,
  messages: (sql, id) => sql`select channel_id from messages where id = ${id}`,
  media: (sql, id) => sql`select channel_id from media where id = ${id}`,
  members: (sql, id) => sql`select channel_id from members where id = ${id}`,
}
