import type { Counts, View } from '@/lib/domain/conversation/conversation'
import type {
  FoundConversation,
  FullConversation,
} from '@/lib/domain/conversation/full-conversation'
import { AppError } from '@/lib/errors'
import type { Queryable } from '../client'
import { parseListCursor, toListCursor } from '../cursor'
import { isFailedReply } from '../reply/failed-replies'
import { foundIn, matchesSearch } from './search'
import { SELECT } from './select-conversation'

const PAGE_MAX = 100
const PAGE_DEFAULT = 30

export interface ConversationFilter {
  view: View
  viewerId: string
  /** The channels the viewer is kept to; undefined: all. */
  seenChannels?: string[]
  channelId?: string
  /** The name of a tag, as the workspace writes it. */
  tag?: string
  q?: string
  /** Of the waiting: who began last stands first, instead of who waits longest. */
  newest?: boolean
  cursor?: string
  limit?: number
}

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
  const rows = await sql<FullConversation[]>`
    ${sql.unsafe(SELECT)}
    where ${inView(sql, filter.view, filter.viewerId)}
      ${seen(sql, filter.seenChannels)}
      ${filter.channelId ? sql`and c.channel_id = ${filter.channelId}` : sql``}
      ${filter.tag ? sql`and c.workspace_tags <> '[]' and c.workspace_tags ? ${filter.tag}` : sql``}
      ${filter.q ? sql`and ${matchesSearch(sql, filter.q)}` : sql``}
      ${cursor ? sql`and ${after(sql, filter, cursor)}` : sql``}
    order by ${inOrder(sql, filter)}
    limit ${limit + 1}`
  const items = await withHits(sql, filter.q, rows.slice(0, limit))
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    items,
    nextCursor: last ? toListCursor({ at: placeOf(filter, last), id: last.id }) : null,
  }
}

type OrderFilter = Pick<ConversationFilter, 'view' | 'newest'>

/** The same order as the browser's `isAbove`. */
function inOrder(sql: Queryable, { view, newest }: OrderFilter) {
  if (view !== 'waiting') return sql`c.last_activity_at desc, c.id desc`
  return newest ? sql`c.owner_since desc, c.id desc` : sql`c.owner_since, c.id`
}

function after(sql: Queryable, { view, newest }: OrderFilter, cursor: { at: number; id: string }) {
  const place = sql`(${new Date(cursor.at).toISOString()}::timestamptz, ${cursor.id}::uuid)`
  if (view !== 'waiting') return sql`(c.last_activity_at, c.id) < ${place}`
  return newest ? sql`(c.owner_since, c.id) < ${place}` : sql`(c.owner_since, c.id) > ${place}`
}

function placeOf({ view }: OrderFilter, row: FullConversation): number {
  return view === 'waiting' ? (row.ownerSince ?? row.createdAt) : row.lastActivityAt
}

function seen(sql: Queryable, channels: string[] | undefined) {
  return channels ? sql`and c.channel_id = any(${channels}::uuid[])` : sql``
}

/** The same rule as the browser's `belongsTo`, as SQL. */
function inView(sql: Queryable, view: View, viewerId: string) {
  switch (view) {
    case 'mine':
      return sql`c.assignee_id = ${viewerId} and c.status = 'open'`
    case 'waiting':
      return sql`c.owner = 'waiting' and c.status = 'open'`
    case 'bot':
      return sql`c.owner in ('bot', 'unknown') and c.status = 'open'`
    case 'all':
      return sql`true`
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

/** How many conversations each view holds, of the channels that the viewer sees, and how many of their replies failed. */
export async function countConversations(
  sql: Queryable,
  viewerId: string,
  seenChannels?: string[],
): Promise<Counts> {
  const failed = sql`select count(*) from messages m
    where ${isFailedReply(sql, 'm')} and m.agent_id = ${viewerId}
      ${seenChannels ? sql`and m.channel_id = any(${seenChannels}::uuid[])` : sql``}`
  const [row] = await sql<[Counts]>`
    select
      count(*) filter (where assignee_id = ${viewerId} and status = 'open') as mine,
      count(*) filter (where owner = 'waiting' and status = 'open') as waiting,
      count(*) filter (where owner in ('bot', 'unknown') and status = 'open') as bot,
      count(*) as all,
      (${failed}) as failed
    from conversations c where true ${seen(sql, seenChannels)}`
  return { mine: row.mine, waiting: row.waiting, bot: row.bot, all: row.all, failed: row.failed }
}
