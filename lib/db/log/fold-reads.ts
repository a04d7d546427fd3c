import type { ChannelRow, MessageRow } from '@/lib/domain/rows'
import type { Queryable } from '../client'

/** The channels that a batch of events came on, as they were before it. */
export async function loadChannels(sql: Queryable, ids: string[]): Promise<ChannelRow[]> {
  return sql<ChannelRow[]>`select * from channels where id = any(${ids}::uuid[])`
}

/** The reply that an answer of Stella is about. */
export async function findAnswered(
  sql: Queryable,
  messageId: string,
): Promise<Pick<MessageRow, 'channelId' | 'conversationId' | 'platformMessageId'> | undefined> {
  const [message] = await sql<
    Pick<MessageRow, 'channelId' | 'conversationId' | 'platformMessageId'>[]
  >`
    select channel_id, conversation_id, platform_message_id from messages
    where id = ${messageId}`
  return message
}
