import postgres from 'postgres'
import { startDatabase } from '@/bin/postgres/embedded-database'
import type { StartOptions } from '@/bin/postgres/postgres-cluster'
import type { Lifecycle } from '@/bin/process/lifecycle'
import { temporaryDataDir } from '@/bin/test/temporary-data'
import { allowDatabases } from '@/bin/test/test-cluster'
import { migrate } from '@/lib/db/workspace/migrate'

export interface Cluster {
  dataDir: string
  /** A new, empty database. */
  create(name: string): Promise<string>
  /** A new database with this version's schema. */
  createInbox(name: string): Promise<string>
}

/** A Postgres of its own with its default durability: fsync and synchronous_commit on. Throws if they are not. */
export async function startBenchCluster(
  life: Pick<Lifecycle, 'onStop'>,
  options: Pick<StartOptions, 'connectionsMax'> = {},
): Promise<Cluster> {
  const dataDir = await temporaryDataDir(life, 'bench')
  const database = await startDatabase({ dataDir, ...options })
  await life.onStop(database.stop)
  await allowDatabases(dataDir)
  await onDatabase(database.url, assertDurable)
  const create = async (name: string) => {
    await onDatabase(database.url, (sql) => sql`create database ${sql(name)}`)
    const url = new URL(database.url)
    url.pathname = `/${name}`
    return url.toString()
  }
  const createInbox = async (name: string) => {
    const url = await create(name)
    await migrate(url)
    return url
  }
  return { dataDir, create, createInbox }
}

async function assertDurable(sql: postgres.Sql) {
  const [row] = await sql<{ fsync: string; commit: string }[]>`
    select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`
  if (row?.fsync !== 'on' || row.commit !== 'on')
    throw new Error('Without fsync and synchronous_commit the figures would mean nothing.')
}

/** Runs work with one connection, and closes it. */
export async function onDatabase<Result>(
  url: string,
  work: (sql: postgres.Sql) => Promise<Result>,
): Promise<Result> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return await work(sql)
  } finally {
    await sql.end()
  }
}
