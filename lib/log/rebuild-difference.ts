import type { Queryable } from '@/lib/db/client'
import { FOLDED_TABLES, type FoldedTable, REBUILD_SCHEMA } from '../db/log/folded-tables'

/** Rows shown of each table that differs. */
const EXAMPLES_MAX = 3

/** What swapping one rebuilt table in would do to the stored one. */
export interface TableDifference {
  added: number
  removed: number
  changed: number
  examples: RowDifference[]
}

export interface RowDifference {
  kind: 'added' | 'removed' | 'changed'
  /** The key of the row. */
  key: string
  /** The columns that differ; for a row that comes or goes, none. */
  columns: { name: string; stored: unknown; rebuilt: unknown }[]
}

type Row = Record<string, unknown>

/**
 * Compares a stored table with the rebuilt one, row by row. Feed numbers are no part of what a row means
 * (architecture.md "Tables"), so they are left out.
 */
export async function differenceOf(tx: Queryable, table: FoldedTable): Promise<TableDifference> {
  const [counts] = await tx<Omit<TableDifference, 'examples'>[]>`
    select count(*) filter (where stored is null) as added,
      count(*) filter (where rebuilt is null) as removed,
      count(*) filter (where stored is not null and rebuilt is not null) as changed
    from (${pairs(tx, table)}) as pair`
  const rows = await tx<{ stored: Row | null; rebuilt: Row | null }[]>`
    select stored, rebuilt from (${pairs(tx, table)}) as pair
    order by coalesce(stored, rebuilt)::text limit ${EXAMPLES_MAX}`
  return {
    added: counts?.added ?? 0,
    removed: counts?.removed ?? 0,
    changed: counts?.changed ?? 0,
    examples: rows.map(({ stored, rebuilt }) => toRowDifference(table, stored, rebuilt)),
  }
}

/** The rows of both that are not alike, each beside its twin. */
function pairs(tx: Queryable, table: FoldedTable) {
  const [stored, rebuilt] = [tx(`public.${table}`), tx(`${REBUILD_SCHEMA}.${table}`)]
  const same = FOLDED_TABLES[table].map((column) => `s."${column}" = r."${column}"`).join(' and ')
  return tx`
    select to_jsonb(s) - 'feed' - 'created_feed' as stored,
      to_jsonb(r) - 'feed' - 'created_feed' as rebuilt
    from ${stored} s full join ${rebuilt} r on ${tx.unsafe(same)}
    where to_jsonb(s) - 'feed' - 'created_feed'
      is distinct from to_jsonb(r) - 'feed' - 'created_feed'`
}

function toRowDifference(
  table: FoldedTable,
  stored: Row | null,
  rebuilt: Row | null,
): RowDifference {
  const key = FOLDED_TABLES[table].map((column) => (stored ?? rebuilt)?.[column]).join(' ')
  if (!stored) return { kind: 'added', key, columns: [] }
  if (!rebuilt) return { kind: 'removed', key, columns: [] }
  const columns = Object.keys(rebuilt)
    .filter((name) => JSON.stringify(stored[name]) !== JSON.stringify(rebuilt[name]))
    .map((name) => ({ name, stored: stored[name], rebuilt: rebuilt[name] }))
  return { kind: 'changed', key, columns }
}
