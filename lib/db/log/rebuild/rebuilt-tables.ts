import type { Queryable } from '@/lib/db/client'
import { FEED_GAP_MAX } from '../feed'
import {
  FOLDED_KEYS,
  FOLDED_TABLE_NAMES,
  type FoldedTable,
  MEANINGLESS,
  REBUILD_SCHEMA,
} from '../folded-tables'

/** Empty folded tables in a schema of their own, which the transaction reads and writes from now on. */
export async function createRebuilt(tx: Queryable): Promise<void> {
  await tx`create schema ${tx(REBUILD_SCHEMA)}`
  for (const table of [...FOLDED_TABLE_NAMES, 'feed_head'])
    await tx`create table ${tx(`${REBUILD_SCHEMA}.${table}`)} (like ${tx(`public.${table}`)} including all)`
  await tx`insert into ${tx(`${REBUILD_SCHEMA}.feed_head`)} (id, feed) values (1, 0)`
  await tx`set local search_path to ${tx(REBUILD_SCHEMA)}, public`
}

export async function dropRebuilt(tx: Queryable): Promise<void> {
  await tx`set local search_path to public`
  await tx`drop schema ${tx(REBUILD_SCHEMA)} cascade`
}

export interface TableHash {
  rows: number
  hash: string
}

/** What the folded tables say that the search path names first. Feed numbers are no part of what a row means. */
export async function hashTables(tx: Queryable): Promise<Map<FoldedTable, TableHash>> {
  const hashes = new Map<FoldedTable, TableHash>()
  for (const table of FOLDED_TABLE_NAMES) {
    const [row] = await tx<TableHash[]>`
      select count(*) as rows, coalesce(md5(string_agg(
        md5((to_jsonb(t) - 'feed' - 'created_feed')::text), '' order by ${tx(FOLDED_KEYS[table])})), '') as hash
      from ${tx(table)} t where not (${tx.unsafe(MEANINGLESS[table] ?? 'false')})`
    if (row) hashes.set(table, row)
  }
  return hashes
}

/** Rows are deleted, not truncated: people read the old ones until the commit. */
export async function putRebuiltRows(tx: Queryable): Promise<void> {
  for (const table of FOLDED_TABLE_NAMES) {
    await tx`delete from ${tx(`public.${table}`)}`
    await tx`insert into ${tx(`public.${table}`)} select * from ${tx(`${REBUILD_SCHEMA}.${table}`)}`
  }
}

/** The feed goes on far above both counts, so that every browser finds itself too far behind. Gives the new number. */
export async function raiseFeed(tx: Queryable, rebuiltHead: number): Promise<number | undefined> {
  const [head] = await tx<{ feed: number }[]>`
    update public.feed_head h set feed = r.head, counted_feed = r.head
    from (select greatest(feed, ${rebuiltHead}) + ${FEED_GAP_MAX + 1} as head
      from public.feed_head where id = 1) r
    where h.id = 1 returning h.feed`
  return head?.feed
}

/** Files that wait in the rebuilt tables and are not in the stored ones. */
export async function listNewMedia(tx: Queryable): Promise<string[]> {
  const rows = await tx<{ id: string }[]>`
    select r.id from ${tx(`${REBUILD_SCHEMA}.media`)} r
    where r.state = 'waiting' and not exists (select 1 from public.media s where s.id = r.id)`
  return rows.map(({ id }) => id)
}
