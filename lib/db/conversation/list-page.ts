import type { PendingQuery, Row } from 'postgres'
import type { View } from '@/lib/domain/conversation/conversation'
import type { ConversationRow } from '@/lib/domain/rows'
import type { Queryable } from '../client'
import { matchesSearch } from './search'

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

/** Where a page ended. */
export interface PageEnd {
  at: number
  id: string
}

/**
 * The conversations of a page, in its order, as `id` and the moment `at` that places them. Each view has an index in its
 * order, so a page costs what it holds, and nothing is joined but for a search. For some channels it is one such walk for
 * each of them, merged: what the others hold is not walked through.
 */
export function pageOf(
  sql: Queryable,
  filter: ConversationFilter,
  { after, limit }: { after: PageEnd | undefined; limit: number },
) {
  const { view, viewerId, tag, q } = filter
  const channels = channelsOf(filter)
  const of = (channel: Fragment) => sql`
    select c.id, ${placeIn(sql, view)} as at from conversations c
      ${q ? sql`join members m on m.id = c.member_id` : sql``}
    where ${inView(sql, view, viewerId)} ${channel}
      ${tag ? sql`and c.workspace_tags <> '[]' and c.workspace_tags ? ${tag}` : sql``}
      ${q ? sql`and ${matchesSearch(sql, q)}` : sql``}
      ${after ? sql`and ${isBelow(sql, filter, after)}` : sql``}
    order by ${inOrder(sql, filter, placeIn(sql, view), sql`c.id`)} limit ${limit}`
  if (!channels) return of(sql``)
  // What one person holds is little, and what a search finds is not found by channel.
  if (view === 'mine' || q) return of(sql`and c.channel_id = any(${channels}::uuid[])`)
  return sql`
    select each.id, each.at from unnest(${channels}::uuid[]) as ch (id)
      cross join lateral (${of(sql`and c.channel_id = ch.id`)}) each
    order by ${inOrder(sql, filter, sql`each.at`, sql`each.id`)} limit ${limit}`
}

type Fragment = PendingQuery<Row[]>

/** The channels that a list is of; undefined: all. */
function channelsOf({ seenChannels, channelId }: ConversationFilter): string[] | undefined {
  if (!channelId) return seenChannels
  return !seenChannels || seenChannels.includes(channelId) ? [channelId] : []
}

type OrderFilter = Pick<ConversationFilter, 'view' | 'newest'>

function placeIn(sql: Queryable, view: View) {
  return view === 'waiting' ? sql`c.owner_since` : sql`c.last_activity_at`
}

/** Where a page ends whose last row is this. */
export function endOf({ view }: Pick<ConversationFilter, 'view'>, row: ConversationRow): PageEnd {
  const { id, ownerSince, createdAt, lastActivityAt } = row
  return { id, at: view === 'waiting' ? (ownerSince ?? createdAt) : lastActivityAt }
}

/** Newest activity first, and of the waiting who waits longest. The same order as the browser's `isAbove`. */
export function inOrder(sql: Queryable, filter: OrderFilter, at: Fragment, id: Fragment) {
  return isRising(filter) ? sql`${at}, ${id}` : sql`${at} desc, ${id} desc`
}

function isRising({ view, newest }: OrderFilter): boolean {
  return view === 'waiting' && !newest
}

function isBelow(sql: Queryable, filter: OrderFilter, { at, id }: PageEnd) {
  const end = sql`(${new Date(at).toISOString()}::timestamptz, ${id}::uuid)`
  const place = sql`(${placeIn(sql, filter.view)}, c.id)`
  return isRising(filter) ? sql`${place} > ${end}` : sql`${place} < ${end}`
}

/** The same rule as the browser's `belongsTo` and as the counters, as SQL. */
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
