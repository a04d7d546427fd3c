import type { Queryable } from '../client'

/** By what a delivery may belong to a message: what it is called, and when it was seen. */
interface Names {
  channelId: string
  eventIds: number[]
  platformIds: string[]
  /** As in `message_keys`. */
  keys: string[]
  /** As in `sightings`, matched as far as so many seconds apart. */
  seen: { contentKey: string; second: number }[]
  secondsApart: number
}

/** Whether one of these names means a message that was deleted. */
export async function tellsOfDeleted(sql: Queryable, names: Names): Promise<boolean> {
  const { channelId, eventIds, platformIds, keys, seen, secondsApart } = names
  const [found] = await sql`
    select 1 from messages where channel_id = ${channelId} and deleted_at is not null
      and event_id = any(${eventIds}::bigint[])
    union all
    select 1 from messages where channel_id = ${channelId} and deleted_at is not null
      and echo_event_id = any(${eventIds}::bigint[])
    union all
    select 1 from receipts where channel_id = ${channelId} and status = 'deleted'
      and platform_message_id = any(${platformIds})
    union all
    select 1 from message_keys k join messages m on m.id = k.message_id
      where k.channel_id = ${channelId} and m.deleted_at is not null
        and k.key = any(${keys})
    union all
    select 1 from sightings s join messages m on m.id = s.message_id
      join unnest(${seen.map(({ contentKey }) => contentKey)}::text[],
        ${seen.map(({ second }) => second)}::bigint[])
        as seen (content_key, second) on seen.content_key = s.content_key
      where s.channel_id = ${channelId} and m.deleted_at is not null
        and abs(s.second - seen.second) <= ${secondsApart}
    limit 1`
  return found !== undefined
}

/** What the deleted messages of a conversation said, the newest first; words shorter than `lengthMin` left out. */
export async function listDeletedWords(
  sql: Queryable,
  conversationId: string,
  { lengthMin, limit }: { lengthMin: number; limit: number },
): Promise<string[]> {
  const rows = await sql<{ text: string }[]>`
    select content->>'text' as text from messages
    where conversation_id = ${conversationId} and deleted_at is not null
      and length(content->>'text') >= ${lengthMin}
    order by sent_at desc limit ${limit}`
  return rows.map(({ text }) => text)
}
