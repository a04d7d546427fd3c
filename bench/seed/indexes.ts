import type { Sql } from '@/lib/db/client'

/** Fills tables without their indexes, which are made again afterwards: minutes instead of hours. */
export async function withoutIndexes(
  sql: Sql,
  tables: string[],
  log: (line: string) => void,
  fill: () => Promise<void>,
) {
  const indexes = await sql<{ name: string; definition: string }[]>`
    select i.indexname as name, i.indexdef as definition from pg_indexes i
    where i.schemaname = 'public' and i.tablename = any(${tables}) and not exists (
      select from pg_constraint c where c.conname = i.indexname and c.contype = 'p')`
  for (const { name } of indexes) await sql`drop index ${sql(name)}`
  await fill()
  const startedAt = performance.now()
  await sql.begin(async (tx) => {
    await tx`set local maintenance_work_mem = '512MB'`
    for (const { definition } of indexes) await tx.unsafe(definition)
  })
  log(`${indexes.length} indexes: ${((performance.now() - startedAt) / 1000).toFixed(0)} s`)
}
