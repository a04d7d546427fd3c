import { type OrderKey, parseOrderText, toOrderText } from '@/lib/domain/conversation/order'
import type { FullMessage, NamedActivity } from '@/lib/domain/message/full-message'
import type { MessageRow } from '@/lib/domain/rows'
import type { Queryable } from '../client'
import { listActivities } from './activities'
import { SELECT } from './select-message'

const PAGE_MAX = 200
const PAGE_DEFAULT = 50
/** What the lines of a page take up in the database at most, but for the one that goes beyond: a body may have a mebibyte. */
const PAGE_BYTES_MAX = 256 * 1024

interface FullThreadPage {
  /** Oldest first. */
  items: FullMessage[]
  activities: NamedActivity[]
  previousCursor: string | null
  nextCursor: string | null
}

/**
 * A page of a thread, oldest first. Without cursors its newest end; `before`, `after` and `around` are `order` texts of
 * lines at hand; text that is no order is ignored here and refused by the route. `around` gives the line and what stands on
 * both sides of it. `nextCursor` says where a page that was asked for by `after` or `around` goes on, `previousCursor`
 * where any but `after` does.
 */
export async function listMessages(
  sql: Queryable,
  conversationId: string,
  page: { before?: string; after?: string; around?: string; limit?: number } = {},
): Promise<FullThreadPage> {
  const limit = Math.min(Math.max(page.limit ?? PAGE_DEFAULT, 1), PAGE_MAX)
  const [before, after, around] = [page.before, page.after, page.around].map((text) =>
    text ? parseOrderText(text) : undefined,
  )
  const half = around && Math.floor(limit / 2)
  const [older, newer] = await Promise.all([
    after
      ? NO_LINES
      : findLines(sql, conversationId, { below: around ?? before, limit: half ?? limit }),
    after || around
      ? findLines(sql, conversationId, {
          above: after,
          below: after && before,
          from: around,
          limit: limit - (half ?? 0),
        })
      : NO_LINES,
  ])
  const lines = [...older.lines.toReversed(), ...newer.lines]
  const [first, last] = [lines[0], lines.at(-1)]
  const [items, activities] = await Promise.all([
    readLines(sql, lines),
    listActivities(sql, conversationId, {
      since: older.hasMore ? first?.sentAt : undefined,
      after: after?.sentAt,
      before: before?.sentAt,
      until: newer.hasMore ? last?.sentAt : undefined,
    }),
  ])
  return {
    items,
    activities,
    previousCursor: older.hasMore && first ? toOrderText(first) : null,
    nextCursor: newer.hasMore && last ? toOrderText(last) : null,
  }
}

type Line = OrderKey & { id: string; bytes: number }

interface Lines {
  lines: Line[]
  hasMore: boolean
}

const NO_LINES: Lines = { lines: [], hasMore: false }

/** The lines of a page by the index of the thread: upwards where it begins `from` or `above` a line, else downwards. */
async function findLines(
  sql: Queryable,
  conversationId: string,
  {
    below,
    above,
    from,
    limit,
  }: { below?: OrderKey; above?: OrderKey; from?: OrderKey; limit: number },
): Promise<Lines> {
  const way = above || from ? sql`asc` : sql`desc`
  const found = await sql<Line[]>`
    select m.id, m.sent_at, m.event_id, m.place, pg_column_size(m.content)
      + coalesce(pg_column_size(m.context), 0) + coalesce(pg_column_size(m.reply), 0) as bytes
    from messages m
    where m.conversation_id = ${conversationId} and not m.removed and m.send_at is null
      ${below ? sql`and ${order(sql)} < ${key(sql, below)}` : sql``}
      ${above ? sql`and ${order(sql)} > ${key(sql, above)}` : sql``}
      ${from ? sql`and ${order(sql)} >= ${key(sql, from)}` : sql``}
    order by m.sent_at ${way}, m.event_id ${way}, m.place ${way}
    limit ${limit + 1}`
  let bytes = 0
  const end = found.findIndex((line, index) => {
    const isFull = index >= limit || bytes >= PAGE_BYTES_MAX
    bytes += line.bytes
    return isFull
  })
  return end < 0 ? { lines: found, hasMore: false } : { lines: found.slice(0, end), hasMore: true }
}

/** What these lines say, in their order; without one that went meanwhile. */
async function readLines(sql: Queryable, lines: Line[]): Promise<FullMessage[]> {
  if (lines.length === 0) return []
  const byId = await listMessagesById(
    sql,
    lines.map(({ id }) => id),
  )
  return lines.flatMap(({ id }) => byId.get(id) ?? []).filter(({ removed }) => !removed)
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
