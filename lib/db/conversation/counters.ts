import {
  type Counted,
  type Counter,
  countGroups,
  type FeedCounter,
  NOBODY,
} from '@/lib/domain/conversation/counters'
import type { Queryable, Sql } from '../client'
import { announceFeed } from '../log/feed'
import { awaitFold } from '../log/fold-lock'

/**
 * The numbers of everybody and of one person, of the channels they see. What they cost doesn't grow with the number of
 * conversations, unless a version that knows no counters has folded: until they are counted anew, they are counted here.
 */
export async function readCounters(
  sql: Queryable,
  viewerId: string,
  seenChannels?: string[],
): Promise<FeedCounter[]> {
  const rows = await sql<(FeedCounter & { isExact: boolean; head: number })[]>`
    select h.counted_feed = h.feed as is_exact, h.feed as head, c.*
    from feed_head h left join conversation_counters c
      on c.agent_id = any(${[NOBODY, viewerId]}::uuid[])
        ${seenChannels ? sql`and c.channel_id = any(${seenChannels}::uuid[])` : sql``}
    where h.id = 1`
  const [first] = rows
  if (first?.isExact !== false) return rows.filter(({ name }) => name !== null).map(toCounter)
  const counted = await countAll(sql)
  return counted
    .filter(({ agentId }) => agentId === NOBODY || agentId === viewerId)
    .filter(({ channelId }) => !seenChannels || seenChannels.includes(channelId))
    .map((counter) => ({ ...counter, feed: first.head }))
}

function toCounter({ channelId, name, agentId, n, feed }: FeedCounter): FeedCounter {
  return { channelId, name, agentId, n, feed }
}

/**
 * Every number that changed after a feed number. None while they are not exact: what is told then would replace numbers that
 * were counted, and once they are counted anew all of them have changed.
 */
export async function listChangedCounters(sql: Queryable, after: number): Promise<FeedCounter[]> {
  return sql<FeedCounter[]>`
    select c.* from conversation_counters c
    where c.feed > ${after} and (select counted_feed = feed from feed_head where id = 1)`
}

/**
 * Counts anew what a version that knows no counters has left behind, and gives whether there was anything to do. Takes
 * the fold lock for as long as counting takes.
 */
export async function mendCounters(sql: Sql): Promise<boolean> {
  if (await areExact(sql)) return false
  return sql.begin(async (tx) => {
    await awaitFold(tx)
    if (await areExact(tx)) return false
    const [head] = await tx<{ feed: number }[]>`
      update feed_head set feed = feed + 1, counted_feed = feed + 1 where id = 1 returning feed`
    await tx`update conversation_counters set n = 0, feed = ${head?.feed ?? 0}`
    await addToCounters(tx, await countAll(tx), head?.feed ?? 0)
    await announceFeed(tx, head?.feed)
    return true
  })
}

/** Adds to numbers, each of which tells from then on that it changed at this feed number. */
export async function addToCounters(sql: Queryable, changes: Counter[], feed: number) {
  if (changes.length === 0) return
  await sql`
    insert into conversation_counters (agent_id, channel_id, name, n, feed)
    select c.*, ${feed}::bigint from unnest(
      ${changes.map(({ agentId }) => agentId)}::uuid[], ${changes.map(({ channelId }) => channelId)}::uuid[],
      ${changes.map(({ name }) => name)}::text[], ${changes.map(({ n }) => n)}::int[]) c
    on conflict (agent_id, channel_id, name)
      do update set n = conversation_counters.n + excluded.n, feed = excluded.feed`
}

async function areExact(sql: Queryable): Promise<boolean> {
  const [row] = await sql<{ isExact: boolean }[]>`
    select counted_feed = feed as is_exact from feed_head where id = 1`
  return row?.isExact ?? true
}

/** All numbers from the conversations themselves, by one look at each of them. */
async function countAll(sql: Queryable): Promise<Counter[]> {
  const groups = await sql<(Counted & { n: number })[]>`
    select channel_id, status, owner, assignee_id, count(*) as n from conversations group by 1, 2, 3, 4`
  return countGroups(groups)
}
