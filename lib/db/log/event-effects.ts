import type { TouchedRow } from '@/lib/domain/log/event-inspection'
import { reason, type Said } from '@/lib/i18n/reason'
import type { Queryable } from '../client'

/** What an event names, so that its rows are found by index. */
export interface Named {
  eventId: number
  channelId: string
  memberExternalIds: string[]
  platformMessageIds: string[]
  contentKeys: string[]
  messageIds: string[]
  conversationIds: string[]
}

const ROWS_MAX = 50

/** The rows of an event: by its id where they carry it, by the names in it where they don't. */
export async function listTouchedRows(sql: Queryable, named: Named): Promise<TouchedRow[]> {
  const conversations = [...named.conversationIds, ...(await conversationsOf(sql, named))]
  const [messages, activities, receipts, reactions] = await Promise.all([
    listMessages(sql, named, conversations),
    sql<{ id: string; conversationId: string; kind: string; detail: Said | null }[]>`
      select id, conversation_id, kind, detail from activities
      where conversation_id = any(${conversations}::uuid[]) and event_id = ${named.eventId}
      limit ${ROWS_MAX}`,
    sql<{ platformMessageId: string; status: string; eventId: number }[]>`
      select platform_message_id, status, event_id from receipts
      where channel_id = ${named.channelId}
        and platform_message_id = any(${named.platformMessageIds}) and event_id = ${named.eventId}
      limit ${ROWS_MAX}`,
    sql<{ platformMessageId: string; actor: string; emoji: string | null }[]>`
      select platform_message_id, actor, emoji from reactions
      where channel_id = ${named.channelId}
        and platform_message_id = any(${named.platformMessageIds}) limit ${ROWS_MAX}`,
  ])
  return [
    ...messages,
    ...activities.map(({ id, conversationId, kind, detail }) => ({
      table: 'activities' as const,
      id,
      relation: 'made' as const,
      conversationId,
      text: detail ? reason('log.rows.activity', { kind, detail }) : kind,
    })),
    ...receipts.map(({ platformMessageId, status }) => ({
      table: 'receipts' as const,
      id: `${platformMessageId} ${status}`,
      relation: 'made' as const,
      text: reason('log.rows.receipt', { status, id: platformMessageId }),
    })),
    ...reactions.map(({ platformMessageId, actor, emoji }) => ({
      table: 'reactions' as const,
      id: `${platformMessageId} ${actor}`,
      relation: 'named' as const,
      text: emoji
        ? reason('log.rows.reaction', { emoji, id: platformMessageId })
        : reason('log.rows.reactionRemoved', { id: platformMessageId }),
    })),
  ]
}

async function conversationsOf(sql: Queryable, named: Named): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select c.id from members m join conversations c on c.member_id = m.id
    where m.channel_id = ${named.channelId}
      and m.external_id = any(${named.memberExternalIds}) limit ${ROWS_MAX}`
  return rows.map(({ id }) => id)
}

interface MessageLine {
  id: string
  conversationId: string
  author: string
  eventId: number
  removed: boolean
  type: string
  text: string | null
}

async function listMessages(
  sql: Queryable,
  named: Named,
  conversations: string[],
): Promise<TouchedRow[]> {
  const keys = named.platformMessageIds.map((id) => `id:${id}`)
  const rows = await sql<MessageLine[]>`
    select m.id, m.conversation_id, m.author, m.event_id, m.removed, m.content->>'type' as type,
      left(m.content->>'text', 200) as text
    from messages m
    where m.id in (
      select id from messages
        where conversation_id = any(${conversations}::uuid[]) and event_id = ${named.eventId}
      union select message_id from message_keys
        where channel_id = ${named.channelId} and key = any(${keys})
      union select message_id from sightings
        where channel_id = ${named.channelId} and content_key = any(${named.contentKeys})
          and message_id is not null
      union select unnest(${named.messageIds}::uuid[]))
    order by m.event_id limit ${ROWS_MAX}`
  return rows.map((row) => ({
    table: 'messages',
    id: row.id,
    relation: row.eventId === named.eventId ? 'made' : 'named',
    conversationId: row.conversationId,
    text: reason(row.removed ? 'log.rows.messageRemoved' : 'log.rows.message', {
      author: row.author,
      text: row.text || row.type,
    }),
  }))
}

/** Webhooks of a channel around an event that may tell the same in the other form, nearest first. */
export async function listTwinCandidates(
  sql: Queryable,
  event: {
    id: number
    channelId: string
    receivedAt: number
    isNormalized: boolean
    words: string
  },
) {
  const near = 15 * 60_000
  return sql<{ id: number; body: Uint8Array; receivedAt: number }[]>`
    select e.id, e.body, e.received_at from events e join event_outcomes o on o.event_id = e.id
    where e.channel_id = ${event.channelId} and e.kind = 'webhook' and e.id <> ${event.id}
      and e.received_at between ${event.receivedAt - near} and ${event.receivedAt + near}
      and ${event.isNormalized ? sql`o.reading <> 'normalized'` : sql`o.reading = 'normalized'`}
      and position(${Buffer.from(event.words)}::bytea in e.body) > 0
    order by abs(e.id - ${event.id}) limit ${TWINS_MAX}`
}

const TWINS_MAX = 60
