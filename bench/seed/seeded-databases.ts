import { connect, type Sql } from '@/lib/db/client'
import { migrate } from '@/lib/db/workspace/migrate'
import type { Stops } from '../support/bench-inbox'
import { onDatabase, startBenchCluster } from '../support/database'
import { type Size, seedWorkspace } from './seed-workspace'

/**
 * Databases of these sizes on one Postgres. Filling a million conversations takes minutes: with BENCH_DATA_DIR they stay in that folder
 * and are taken from there the next time, migrated to the version of today.
 */
export async function openSeeded(
  life: Stops,
  sizes: Size[],
): Promise<{ url: string; sql: Sql; size: Size }[]> {
  const cluster = await startBenchCluster(life, { keptIn: process.env.BENCH_DATA_DIR })
  const databases: { url: string; sql: Sql; size: Size }[] = []
  for (const size of sizes) {
    const name = `seeded_${size.conversations}_${size.longest}`
    const url = (await cluster.find(name)) ?? (await cluster.create(name))
    await migrate(url)
    const sql = connect(url, { max: 2 })
    await life.onStop(() => sql.end())
    if (!(await isSeeded(url))) await seedWorkspace(sql, size, (line) => console.log(`  ${line}`))
    databases.push({ url, sql, size })
  }
  return databases
}

/** The head of the feed is written last. */
async function isSeeded(url: string): Promise<boolean> {
  const [row] = await onDatabase(
    url,
    (sql) => sql<{ done: boolean }[]>`select feed > 0 as done from feed_head`,
  )
  return row?.done ?? false
}
