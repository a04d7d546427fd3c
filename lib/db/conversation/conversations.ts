import type {
  FoundConversation,
  FullConversation,
} from '@/lib/domain/conversation/full-conversation'
import { AppError } from '@/lib/errors'
import type { Queryable } from '../client'
import { parseListCursor, toListCursor } from '../cursor'
import { type ConversationFilter, findPage } from './list-page'
import { foundIn } from './search'
import { SELECT } from './select-conversation'

const PAGE_MAX = 100
const PAGE_DEFAULT = 30

/**
 * One page of the list: newest activity first, and of the waiting who waits longest, so that nobody rises by writing
 * again or sinks by being patient. A cursor nobody gave out starts at the top.
 */
export async function listConversations(
  sql: Queryable,
  filter: ConversationFilter,
): Promise<{ items: FoundConversation[]; nextCursor: string | null }> {
  const limit = Math.min(Math.max(filter.limit ?? PAGE_DEFAULT, 1), PAGE_MAX)
  const cursor = filter.cursor ? parseListCursor(filter.cursor) : undefined
  const page = await findPage(sql, filter, { after: cursor, limit: limit + 1 })
  const shown = page.slice(0, limit)
  const found = await findConversations(
    sql,
    shown.map(({ id }) => id),
  )
  const byId = new Map(found.map((row) => [row.id, row]))
  const rows = shown.flatMap(({ id }) => byId.get(id) ?? [])
  const last = page.length > limit ? shown.at(-1) : undefined
  return {
    items: await withHits(sql, filter.q, rows),
    // Where it stood when the page was made: it may have risen since.
    nextCursor: last ? toListCursor(last) : null,
  }
}

/** With what a search found in each conversation: its newest message with the words, where it was not the name alone. */
async function withHits(
  sql: Queryable,
  q: string | undefined,
  items: FullConversation[],
): Promise<FoundConversation[]> {
  if (!q || items.length === 0) return items
  const found = await foundIn(
    sql,
    q,
    items.map(({ id }) => id),
  )
  return items.map((item) => ({ ...item, hit: found.get(item.id) }))
}

export async function findConversation(
  sql: Queryable,
  id: string,
): Promise<FullConversation | undefined> {
  const [row] = await findConversations(sql, [id])
  return row
}

/** Throws `not_found` when there is no such conversation. */
export async function getConversation(sql: Queryable, id: string): Promise<FullConversation> {
  const found = await findConversation(sql, id)
  if (!found) throw new AppError('not_found', 'There is no such conversation.')
  return found
}

async function findConversations(sql: Queryable, ids: string[]): Promise<FullConversation[]> {
  if (ids.length === 0) return []
  return sql<FullConversation[]>`${sql.unsafe(SELECT)} where c.id = any(${ids}::uuid[])`
}

/** Conversations whose row, member or channel changed after a feed number, in the order of their change. */
export async function listChangedConversations(
  sql: Queryable,
  after: number,
  limit: number,
): Promise<FullConversation[]> {
  return sql<FullConversation[]>`
    ${sql.unsafe(SELECT)} where c.feed > ${after} order by c.feed limit ${limit}`
}
