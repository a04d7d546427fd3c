import type { Queryable } from '@/lib/db/client'
import { FOLDED_KEYS, type FoldedTable, MEANINGLESS, REBUILD_SCHEMA } from '../folded-tables'

type Row = Record<string, unknown>

/** How many rows of a stored table its rebuilt twin would add, remove and change. */
export async function countDifferences(
  tx: Queryable,
  table: FoldedTable,
): Promise<{ added: number; removed: number; changed: number }> {
  const [counts] = await tx<{ added: number; removed: number; changed: number }[]>`
    select count(*) filter (where stored is null) as added,
      count(*) filter (where rebuilt is null) as removed,
      count(*) filter (where stored is not null and rebuilt is not null) as changed
    from (${pairs(tx, table)}) as pair`
  return counts ?? { added: 0, removed: 0, changed: 0 }
}

/** The first of these rows, as they are stored and as they were rebuilt. */
export async function listDifferences(
  tx: Queryable,
  table: FoldedTable,
  limit: number,
): Promise<{ stored: Row | null; rebuilt: Row | null }[]> {
  return tx<{ stored: Row | null; rebuilt: Row | null }[]>`
    select stored, rebuilt from (${pairs(tx, table)}) as pair
    order by coalesce(stored, rebuilt)::text limit ${limit}`
}

/** The rows of both that are not alike, each beside its twin. */
function pairs(tx: Queryable, table: FoldedTable) {
  const meant = tx`where not (${tx.unsafe(MEANINGLESS[table] ?? 'false')})`
  const stored = tx`(select * from ${tx(`public.${table}`)} ${meant})`
  const rebuilt = tx`(select * from ${tx(`${REBUILD_SCHEMA}.${table}`)} ${meant})`
  const same = FOLDED_KEYS[table].map((column) => `s."${column}" = r."${column}"`).join(' and ')
  return tx`
    select to_jsonb(s) - 'feed' - 'created_feed' as stored,
      to_jsonb(r) - 'feed' - 'created_feed' as rebuilt
    from ${stored} s full join ${rebuilt} r on ${tx.unsafe(same)}
    where to_jsonb(s) - 'feed' - 'created_feed'
      is distinct from to_jsonb(r) - 'feed' - 'created_feed'`
}
