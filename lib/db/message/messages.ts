import { type OrderKey, parseOrderText, toOrderText } from '@/lib/domain/conversation/order'
import type { FullMessage, NamedActivity } from '@/lib/domain/message/full-message'
import type { MessageRow } from '@/lib/domain/rows'
import type { Queryable } from '../client'
import { listActivities } from './activities'
import { SELECT } from './select-message'

const PAGE_MAX = 200
const PAGE_DEFAULT = 50

interface FullThreadPage {
  /** Oldest first. */
  items: FullMessage[]
  activities: NamedActivity[]
  previousCursor: string | null
  nextCursor: string | null
}

/**
 * A page of a thread, oldest first. Without cursors its newest end; `before` and `after` are `order` texts of
 * lines at hand; text that is no order is ignored here and refused by the route. `nextCursor` says where a page that
 * was asked for by `after` goes on, `previousCursor` where any other does.
 */
export async function listMessages(
  sql: Queryable,
  conversationId: string,
  page: { before?: string; after?: string; limit?: number } = {},
): Promise<FullThreadPage> {
  const limit = Math.min(Math.max(page.limit ?? PAGE_DEFAULT, 1), PAGE_MAX)
  const after = page.after ? parseOrderText(page.after) : undefined
  const before = page.before ? parseOrderText(page.before) : undefined
  const rows = await sql<FullMessage[]>`
    ${sql.unsafe(SELECT)}
    where m.conversation_id = ${conversationId} and not m.removed and m.send_at is null
      ${before ? sql`and ${order(sql)} < ${key(sql, before)}` : sql``}
      ${after ? sql`and ${order(sql)} > ${key(sql, after)}` : sql``}
    order by m.sent_at ${direction(sql, after)}, m.event_id ${direction(sql, after)},
      m.place ${direction(sql, after)}
    limit ${limit + 1}`
  const items = rows.slice(0, limit)
  if (!after) items.reverse()
  const first = items[0]
  const last = items.at(-1)
  const hasMore = rows.length > limit && !after
  const hasNext = rows.length > limit && after !== undefined
  const ends = rows[Math.min(limit, rows.length) - 1]?.sentAt
  return {
    items,
    activities: await listActivities(sql, conversationId, {
      since: hasMore ? ends : undefined,
      after: after?.sentAt,
      before: before?.sentAt,
      until: hasNext ? ends : undefined,
    }),
    previousCursor: hasMore && first ? toOrderText(first) : null,
    nextCursor: hasNext && last ? toOrderText(last) : null,
  }
}

function direction(sql: Queryable, after: OrderKey | undefined) {
  return after ? sql`asc` : sql`desc`
}

function order(sql: Queryable) {
  return sql`(m.sent_at, m.event_id, m.place)`
}

function key(sql: Queryable, { sentAt, eventId, place }: OrderKey) {
  return sql`(${new Date(sentAt).toISOString()}::timestamptz, ${eventId}::bigint, ${place}::int)`
}

export async function findMessage(sql: Queryable, id: string): Promise<FullMessage | undefined> {
  const [row] = await sql<FullMessage[]>`${sql.unsafe(SELECT)} where m.id = ${id}`
  return row
}

/** Messages by id; what is not there is left out. */
export async function listMessagesById(
  sql: Queryable,
  ids: string[],
): Promise<Map<string, FullMessage>> {
  const rows = await sql<FullMessage[]>`${sql.unsafe(SELECT)} where m.id = any(${ids}::uuid[])`
  return new Map(rows.map((row) => [row.id, row]))
}

/** The replies of a conversation that wait for their time, soonest first. */
export async function listScheduled(
  sql: Queryable,
  conversationId: string,
): Promise<FullMessage[]> {
  return sql<FullMessage[]>`
    ${sql.unsafe(SELECT)}
    where m.conversation_id = ${conversationId} and m.send_at is not null and not m.removed
    order by m.send_at, m.event_id limit ${PAGE_MAX}`
}

/** Lines that others added to a conversation after a feed number: what a reply written on a stale view missed. */
export async function listMissed(
  sql: Queryable,
  conversationId: string,
  after: number,
  agentId: string,
): Promise<FullMessage[]> {
  return sql<FullMessage[]>`
    ${sql.unsafe(SELECT)}
    where m.conversation_id = ${conversationId} and m.created_feed > ${after} and not m.removed
      and m.send_at is null
      and m.agent_id is distinct from ${agentId}
    order by m.sent_at, m.event_id, m.place limit 20`
}

/** Lines that changed after a feed number, in the order of their change. */
export async function listChangedMessages(
  sql: Queryable,
  after: number,
  limit: number,
): Promise<FullMessage[]> {
  return sql<FullMessage[]>`
    ${sql.unsafe(SELECT)} where m.feed > ${after} order by m.feed limit ${limit}`
}

/** How many of the member's lines stand after a line of the thread: what stays unread when it was read. */
export async function countMemberMessagesAfter(
  sql: Queryable,
  conversationId: string,
  messageId: string,
): Promise<number | undefined> {
  const [found] = await sql<MessageRow[]>`
    select * from messages where id = ${messageId} and conversation_id = ${conversationId}`
  if (!found) return undefined
  const [row] = await sql<{ count: number }[]>`
    select count(*) as count from messages m
    where m.conversation_id = ${conversationId} and m.author = 'member' and not m.removed
      and ${order(sql)} > ${key(sql, found)}`
  return row?.count ?? 0
}
