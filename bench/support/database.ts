import postgres from 'postgres'
import { startDatabase } from '@/bin/postgres/embedded-database'
import { openCluster, type StartOptions, startCluster } from '@/bin/postgres/postgres-cluster'
import { runPostgresProgram } from '@/bin/postgres/postgres-program'
import type { Lifecycle } from '@/bin/process/lifecycle'
import { temporaryDataDir } from '@/bin/test/temporary-data'
import { allowDatabases, siblingUrl } from '@/bin/test/test-cluster'
import { migrate } from '@/lib/db/workspace/migrate'

export interface Cluster {
  dataDir: string
  /** A new, empty database. */
  create(name: string): Promise<string>
  /** The address of a database that is there. */
  find(name: string): Promise<string | undefined>
  /** A new database with this version's schema. */
  createInbox(name: string): Promise<string>
  /** Ends Postgres at once, as a crash would: no connection is told, nothing is written. */
  crash(): Promise<void>
  /** Again on the same port, after a crash. */
  restart(): Promise<void>
}

/** How a Postgres of a bench differs from another one. */
interface ClusterOptions extends Pick<StartOptions, 'connectionsMax'> {
  /** A folder in which it stays; without one it goes with the run. */
  keptIn?: string
}

/** A Postgres of its own with its default durability: fsync and synchronous_commit on. Throws if they are not. */
export async function startBenchCluster(
  life: Pick<Lifecycle, 'onStop'>,
  { keptIn, ...options }: ClusterOptions = {},
): Promise<Cluster> {
  const dataDir = keptIn ?? (await temporaryDataDir(life, 'bench'))
  const database = await startDatabase({ dataDir, ...options })
  await life.onStop(database.stop)
  await allowDatabases(dataDir)
  await onDatabase(database.url, assertDurable)
  const create = async (name: string) => {
    await onDatabase(database.url, (sql) => sql`create database ${sql(name)}`)
    return siblingUrl(database.url, name)
  }
  const find = async (name: string) => {
    const [row] = await onDatabase(
      database.url,
      (sql) => sql`select 1 from pg_database where datname = ${name}`,
    )
    return row && siblingUrl(database.url, name)
  }
  const createInbox = async (name: string) => {
    const url = await create(name)
    await migrate(url)
    return url
  }
  return { dataDir, create, find, createInbox, ...crashes(dataDir) }
}

function crashes(dataDir: string): Pick<Cluster, 'crash' | 'restart'> {
  return {
    async crash() {
      const postgres = await openCluster(dataDir)
      const args = ['-D', postgres.folder, '-s', 'stop', '-w', '-m', 'immediate']
      const stopped = await runPostgresProgram(postgres.binaries.pgCtl, args, postgres.account)
      if (stopped.code !== 0) throw new Error(`Postgres could not be stopped.\n${stopped.output}`)
    },
    async restart() {
      await startCluster(await openCluster(dataDir))
    },
  }
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
