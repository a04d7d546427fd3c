import type { Queryable } from '@/lib/db/client'
import { FOLDED_KEYS, type FoldedTable } from '@/lib/db/log/folded-tables'
import { countDifferences, listDifferences } from '@/lib/db/log/rebuild/rebuilt-pairs'

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
  const rows = await listDifferences(tx, table, EXAMPLES_MAX)
  return {
    ...(await countDifferences(tx, table)),
    examples: rows.map(({ stored, rebuilt }) => toRowDifference(table, stored, rebuilt)),
  }
}

function toRowDifference(
  table: FoldedTable,
  stored: Row | null,
  rebuilt: Row | null,
): RowDifference {
  const key = FOLDED_KEYS[table].map((column) => (stored ?? rebuilt)?.[column]).join(' ')
  if (!stored) return { kind: 'added', key, columns: [] }
  if (!rebuilt) return { kind: 'removed', key, columns: [] }
  const columns = Object.keys(rebuilt)
    .filter((name) => JSON.stringify(stored[name]) !== JSON.stringify(rebuilt[name]))
    .map((name) => ({ name, stored: stored[name], rebuilt: rebuilt[name] }))
  return { kind: 'changed', key, columns }
}
