import type { Queryable, Sql } from '@/lib/db/client'
import { listFoldedEvents } from '@/lib/db/events'
import { foldInto, lockFold } from './fold'

/** Every folded table and what orders its rows. `pending_events` is work, not a fold of the log. */
const FOLDED_TABLES = {
  channels: 'id',
  members: 'id',
  member_aliases: 'channel_id, external_id',
  conversations: 'id',
  messages: 'id',
  message_keys: 'channel_id, key',
  sightings: 'channel_id, content_key, second, source, ref',
  receipts: 'channel_id, platform_message_id, status',
  reactions: 'channel_id, platform_message_id, actor',
  activities: 'id',
  media: 'id',
  event_outcomes: 'event_id',
} as const

const BATCH_MAX = 500

export interface TableCheck {
  table: string
  rows: number
  rebuiltRows: number
  hash: string
  rebuiltHash: string
  same: boolean
}

export interface RebuildCheck {
  same: boolean
  events: number
  tables: TableCheck[]
}

/**
 * Folds the whole log once more into a second schema and compares every folded table by hash. Runs in one
 * transaction that is rolled back, under the fold lock: deliveries are still accepted and fold afterwards.
 * Feed numbers are left out of the hash: a replay moves an event's place without changing what it means.
 */
export async function checkRebuild(
  sql: Sql,
  progress: (events: number) => void = () => {},
): Promise<RebuildCheck> {
  let result: RebuildCheck | undefined
  await sql
    .begin(async (tx) => {
      await lockFold(tx)
      const live = await hashTables(tx)
      await createSecondSchema(tx)
      const events = await foldLog(tx, progress)
      result = compare(events, live, await hashTables(tx))
      throw new Finished()
    })
    .catch((error: unknown) => {
      if (!(error instanceof Finished)) throw error
    })
  if (!result) throw new Error('The rebuild ended without a result.')
  return result
}

class Finished extends Error {}

async function createSecondSchema(tx: Queryable) {
  await tx`create schema inbox_rebuild`
  for (const table of [...Object.keys(FOLDED_TABLES), 'feed_head'])
    await tx`create table ${tx(`inbox_rebuild.${table}`)} (like ${tx(`public.${table}`)} including all)`
  await tx`insert into inbox_rebuild.feed_head (id, feed) values (1, 0)`
  await tx`set local search_path to inbox_rebuild, public`
}

async function foldLog(tx: Queryable, progress: (events: number) => void): Promise<number> {
  let after = -1
  let count = 0
  for (;;) {
    const events = await listFoldedEvents(tx, after, BATCH_MAX)
    const last = events.at(-1)
    if (!last) return count
    await foldInto(tx, events)
    after = last.feed
    count += events.length
    progress(count)
  }
}

interface TableHash {
  rows: number
  hash: string
}

async function hashTables(tx: Queryable): Promise<Map<string, TableHash>> {
  const hashes = new Map<string, TableHash>()
  for (const [table, order] of Object.entries(FOLDED_TABLES)) {
    const [row] = await tx<TableHash[]>`
      select count(*) as rows, coalesce(md5(string_agg(
        md5((to_jsonb(t) - 'feed' - 'created_feed')::text), '' order by ${tx.unsafe(order)})), '') as hash
      from ${tx(table)} t`
    if (row) hashes.set(table, row)
  }
  return hashes
}

function compare(
  events: number,
  live: Map<string, TableHash>,
  rebuilt: Map<string, TableHash>,
): RebuildCheck {
  const tables = [...live].map(([table, { rows, hash }]) => {
    const other = rebuilt.get(table) ?? { rows: 0, hash: '' }
    const same = other.hash === hash
    return { table, rows, rebuiltRows: other.rows, hash, rebuiltHash: other.hash, same }
  })
  return { same: tables.every((table) => table.same), events, tables }
}
