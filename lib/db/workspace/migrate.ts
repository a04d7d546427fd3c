import { sql } from 'drizzle-orm'
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator'
import { runMigrations } from 'graphile-worker'
import { connect, connectPlain, type Sql } from '../client'
import { mendCounters } from '../conversation/counters'
import { withoutParameters } from '../driver/without-parameters'
import { assertNoOtherVersion, migrationsFolder, ownVersion, type Version } from './versions'

/** Serialises migrations of processes that start together. Any number that nothing else locks. */
const MIGRATION_LOCK = 7_201_001

/**
 * Brings the database to this version's schema, the job tables included. Safe to run at every start, in every process.
 * Throws in words for a database of a newer version, and while a process of another version works on one that would
 * have to be changed.
 */
export async function migrate(databaseUrl: string, waitMs?: number): Promise<void> {
  const version = ownVersion()
  const client = connectPlain(databaseUrl)
  const orm = withoutParameters(drizzle(client))
  try {
    await orm.transaction(async (tx) => {
      // A transaction-scoped lock: the migrator uses other connections of the pool while we hold it.
      await tx.execute(sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`)
      await assertUtf8(tx)
      const appliedAt = await readSchemaTime(tx)
      if (appliedAt > version.schemaAt) throw new Error(NEWER_DATABASE)
      if (appliedAt > 0 && appliedAt < version.schemaAt)
        await assertAlone(databaseUrl, version, waitMs)
      await applyMigrations(orm, { migrationsFolder: migrationsFolder() })
      await runMigrations({ connectionString: databaseUrl })
    })
  } finally {
    await client.end({ timeout: 5 })
  }
  await withOwnClient(databaseUrl, mendCounters)
}

const NEWER_DATABASE =
  'This database was made by a newer version of the inbox, which this one can’t read. Start the newer version, or restore a backup from before the upgrade.'

/** When the newest migration that was applied was written; 0 in an empty database. */
async function readSchemaTime(tx: Executor): Promise<number> {
  const [known] = await tx.execute<{ there: boolean }>(
    sql`select to_regclass('drizzle.__drizzle_migrations') is not null as there`,
  )
  if (!known?.there) return 0
  const [row] = await tx.execute<{ at: string | null }>(
    sql`select max(created_at)::text as at from drizzle.__drizzle_migrations`,
  )
  return Number(row?.at ?? 0)
}

async function assertAlone(databaseUrl: string, version: Version, waitMs?: number) {
  await withOwnClient(databaseUrl, (client) => assertNoOtherVersion(client, version, waitMs))
}

/** With types and names as everything but the migrator has them. */
async function withOwnClient(databaseUrl: string, work: (client: Sql) => Promise<unknown>) {
  const client = connect(databaseUrl, { max: 1 })
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

type Executor = Pick<PostgresJsDatabase, 'execute'>

async function assertUtf8(tx: Executor) {
  const [row] = await tx.execute<{ encoding: string }>(
    sql`select current_setting('server_encoding') as encoding`,
  )
  if (row?.encoding !== 'UTF8')
    throw new Error(`The database must be encoded in UTF8, not ${row?.encoding}.`)
}
