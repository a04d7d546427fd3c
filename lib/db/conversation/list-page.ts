import type { PendingQuery, Row } from 'postgres'
import type { View } from '@/lib/domain/conversation/conversation'
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

/** A conversation in its list: `at` is the moment that places it, and with its id where a page ends. */
interface Placed {
  at: number
  id: string
}

interface Range {
  after: Placed | undefined
  limit: number
}

/** Of a list with a tag so many conversations are looked at in its order, before all with that tag are. */
const WALKED_MAX = 1_000

/**
 * The conversations of a page, in its order, as `id` and the moment `at` that places them. Each view has an index in its
 * order, so a page costs what it holds, and nothing is joined but for a search.
 */
export async function findPage(
  sql: Queryable,
  filter: ConversationFilter,
  range: Range,
): Promise<Placed[]> {
  const { tag } = filter
  if (!tag || filter.q) return walk(sql, filter, range)
  // Most tags are met soon on the way down; one that is not is better asked for by its own index.
  const untagged = walk(sql, { ...filter, tag: undefined }, { ...range, limit: WALKED_MAX })
  const found = await sql<({ walked: number } & (Placed | { id: null }))[]>`
    with walked as materialized (${untagged})
    select w.walked, hit.* from (select count(*) as walked from walked) w left join (
      select walked.* from walked join conversations c on c.id = walked.id
      where c.workspace_tags ? ${tag}
      order by ${inOrder(sql, filter, sql`walked.at`, sql`walked.id`)} limit ${range.limit}) hit on true
    order by ${inOrder(sql, filter, sql`hit.at`, sql`hit.id`)}`
  const met = found.flatMap((row) => (row.id === null ? [] : row))
  const isWhole = (found[0]?.walked ?? 0) < WALKED_MAX
  if (isWhole || met.length === range.limit) return met
  return sql<Placed[]>`
    select c.id, ${placeIn(sql, filter.view)} as at
    from (select * from conversations where workspace_tags <> '[]' and workspace_tags ? ${tag} offset 0) c
    where ${whatIsIn(sql, filter, range)} ${inChannels(sql, channelsOf(filter))}
    order by ${inOrder(sql, filter, placeIn(sql, filter.view), sql`c.id`)} limit ${range.limit}`
}

/**
 * One walk down the index of a view. For some channels it is one for each of them, merged: what the others hold is not
 * walked through.
 */
function walk(sql: Queryable, filter: ConversationFilter, range: Range) {
  const { view, q } = filter
  const channels = channelsOf(filter)
  const of = (channel: Fragment) => sql<Placed[]>`
    select c.id, ${placeIn(sql, view)} as at from conversations c
      ${q ? sql`join members m on m.id = c.member_id` : sql``}
    where ${whatIsIn(sql, filter, range)} ${channel}
    order by ${inOrder(sql, filter, placeIn(sql, view), sql`c.id`)} limit ${range.limit}`
  // What one person holds is little, and what a search finds is not found by channel.
  if (!channels || view === 'mine' || q) return of(inChannels(sql, channels))
  return sql<Placed[]>`
    select each.id, each.at from unnest(${channels}::uuid[]) as ch (id)
      cross join lateral (${of(sql`and c.channel_id = ch.id`)}) each
    order by ${inOrder(sql, filter, sql`each.at`, sql`each.id`)} limit ${range.limit}`
}

function whatIsIn(sql: Queryable, filter: ConversationFilter, { after }: Range) {
  const { view, viewerId, tag, q } = filter
  return sql`${inView(sql, view, viewerId)}
    ${tag ? sql`and c.workspace_tags <> '[]' and c.workspace_tags ? ${tag}` : sql``}
    ${q ? sql`and ${matchesSearch(sql, q)}` : sql``}
    ${after ? sql`and ${isBelow(sql, filter, after)}` : sql``}`
}

function inChannels(sql: Queryable, channels: string[] | undefined) {
  return channels ? sql`and c.channel_id = any(${channels}::uuid[])` : sql``
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

/** Newest activity first, and of the waiting who waits longest. The same order as the browser's `isAbove`. */
function inOrder(sql: Queryable, filter: OrderFilter, at: Fragment, id: Fragment) {
  return isRising(filter) ? sql`${at}, ${id}` : sql`${at} desc, ${id} desc`
}

function isRising({ view, newest }: OrderFilter): boolean {
  return view === 'waiting' && !newest
}

function isBelow(sql: Queryable, filter: OrderFilter, { at, id }: Placed) {
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
