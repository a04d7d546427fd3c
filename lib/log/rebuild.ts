import type { Queryable, Sql, Transaction } from '@/lib/db/client'
import { insertJobs } from '@/lib/db/jobs'
import { listFoldedEvents, listLostEvents } from '@/lib/db/log/events'
import { announceFeed } from '@/lib/db/log/feed'
import { lockFold } from '@/lib/db/log/fold-lock'
import type { FoldedTable } from '@/lib/db/log/folded-tables'
import { readFeedHead } from '@/lib/db/log/load-world'
import {
  createRebuilt,
  dropRebuilt,
  hashTables,
  listNewMedia,
  putRebuiltRows,
  raiseFeed,
  type TableHash,
} from '@/lib/db/log/rebuild/rebuilt-tables'
import { toJobs } from './effects'
import { foldInto } from './fold'
import { differenceOf, type TableDifference } from './rebuild-difference'

const BATCH_MAX = 500

export interface TableCheck {
  table: string
  rows: number
  rebuiltRows: number
  hash: string
  rebuiltHash: string
  same: boolean
  /** What the rebuilt table would change; only where it is not the same. */
  difference?: TableDifference
}

export interface RebuildCheck {
  same: boolean
  /** The rebuilt tables have been swapped in. */
  applied: boolean
  events: number
  tables: TableCheck[]
}

type Progress = (events: number) => void

/**
 * Folds the whole log once more into a second schema and compares every folded table by hash; where one differs
 * it says what today's readers would change. All is rolled back. It runs in one transaction under the fold lock:
 * deliveries are still accepted and fold afterwards. Feed numbers are left out of the hash: a replay moves an
 * event's place without changing what it means.
 */
export async function checkRebuild(sql: Sql, progress: Progress = () => {}): Promise<RebuildCheck> {
  let result: RebuildCheck | undefined
  await sql
    .begin(async (tx) => {
      result = await rebuildBeside(tx, progress)
      throw new Finished()
    })
    .catch((error: unknown) => {
      if (!(error instanceof Finished)) throw error
    })
  if (!result) throw new Error('The rebuild ended without a result.')
  return result
}

/** As `checkRebuild`, but where a table differs all rebuilt ones take the place of the stored ones, at once. */
export async function applyRebuild(sql: Sql, progress: Progress = () => {}): Promise<RebuildCheck> {
  return sql.begin(async (tx) => {
    const check = await rebuildBeside(tx, progress)
    if (!check.same) await swapIn(tx)
    await dropRebuilt(tx)
    return { ...check, applied: !check.same }
  })
}

class Finished extends Error {}

async function rebuildBeside(tx: Transaction, progress: Progress): Promise<RebuildCheck> {
  await lockFold(tx)
  const stored = await hashTables(tx)
  await createRebuilt(tx)
  const events = await foldLog(tx, progress)
  const tables = compare(stored, await hashTables(tx))
  for (const table of tables)
    if (!table.same) table.difference = await differenceOf(tx, table.table)
  return { same: tables.every((table) => table.same), applied: false, events, tables }
}

async function foldLog(tx: Queryable, progress: Progress): Promise<number> {
  let after = -1
  let count = 0
  for (;;) {
    const events = await listFoldedEvents(tx, after, BATCH_MAX)
    const last = events.at(-1)
    if (!last) break
    await foldInto(tx, events)
    after = last.feed
    count += events.length
    progress(count)
  }
  return count + (await foldLost(tx))
}

/** Events whose outcome somebody removed: neither folded nor waiting, so only a rebuild finds them again. */
async function foldLost(tx: Queryable): Promise<number> {
  const events = await listLostEvents(tx)
  for (let start = 0; start < events.length; start += BATCH_MAX)
    await foldInto(tx, events.slice(start, start + BATCH_MAX))
  return events.length
}

function compare(stored: Map<FoldedTable, TableHash>, rebuilt: Map<FoldedTable, TableHash>) {
  return [...stored].map(([table, { rows, hash }]) => {
    const other = rebuilt.get(table) ?? { rows: 0, hash: '' }
    const check: TableCheck & { table: FoldedTable } = {
      table,
      rows,
      rebuiltRows: other.rows,
      hash,
      rebuiltHash: other.hash,
      same: other.hash === hash,
    }
    return check
  })
}

/** The rebuilt rows take the place of the stored ones, and every browser fetches anew. */
async function swapIn(tx: Transaction) {
  const rebuiltHead = await readFeedHead(tx)
  await fetchNewMedia(tx)
  await putRebuiltRows(tx)
  await announceFeed(tx, await raiseFeed(tx, rebuiltHead))
}

/** A rebuild throws away what folding asks for, but files that only today's readers see were never asked for. */
async function fetchNewMedia(tx: Transaction) {
  const ids = await listNewMedia(tx)
  await insertJobs(tx, toJobs(ids.map((mediaId) => ({ type: 'fetch-media', mediaId }))))
}
