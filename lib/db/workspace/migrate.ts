import { sql } from 'drizzle-orm'
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator'
import { runMigrations } from 'graphile-worker'
import { connect, connectPlain, type Sql } from '../client'
import { mendCounters } from '../conversation/counters'
import { withoutParameters } from '../driver/without-parameters'
import { earliestRelease } from './contractions'
import { assertNoneBefore, migrationsFolder, ownVersion, type Version } from './versions'

/** Serialises migrations of processes that start together. Any number that nothing else locks. */
const MIGRATION_LOCK = 7_201_001

interface Migrating {
  version?: Version
  folder?: string
  /** How long processes that would be broken may take to end. */
  waitMs?: number
}

/**
 * Brings the database to this version's schema, the job tables included. Safe to run at every start, in every process, and
 * beside processes of an earlier version: what a migration takes away nobody uses any more. Throws in words for a database
 * of a version too new for this one, and while a process works on it that still uses what would go.
 */
export async function migrate(databaseUrl: string, options: Migrating = {}): Promise<void> {
  const { version = ownVersion(), folder = migrationsFolder(), waitMs } = options
  const client = connectPlain(databaseUrl)
  const orm = withoutParameters(drizzle(client))
  try {
    await orm.transaction(async (tx) => {
      // A transaction-scoped lock: the migrator uses other connections of the pool while we hold it.
      await tx.execute(sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`)
      await assertUtf8(tx)
      const appliedAt = await readSchemaTime(tx)
      if (appliedAt > version.schemaAt) return assertNotTooNew(tx, version)
      const earliest = earliestRelease(folder, appliedAt)
      if (appliedAt > 0 && earliest > 0) await assertUnused(databaseUrl, earliest, waitMs)
      await applyMigrations(orm, { migrationsFolder: folder })
      await keepEarliest(orm, earliestRelease(folder))
      await runMigrations({ connectionString: databaseUrl })
    })
  } finally {
    await client.end({ timeout: 5 })
  }
  await withOwnClient(databaseUrl, mendCounters)
}

const NEWER_DATABASE =
  'This database was made by a newer version of the inbox, which this one can’t read. Start the newer version, or restore a backup from before the upgrade.'

/** An earlier version starts again on what a later one made, as in a rollout, unless that has taken away what it uses. */
async function assertNotTooNew(tx: Executor, { release }: Version) {
  const [row] = await tx.execute<{ earliest: number | null }>(
    sql`select max(release) as earliest from drizzle.earliest_release`,
  )
  if (release < (row?.earliest ?? 0)) throw new Error(NEWER_DATABASE)
}

/** Beside the migrator's own table: for versions that don't know the migrations that this one brought. */
async function keepEarliest(orm: Executor, release: number) {
  await orm.execute(
    sql`create table if not exists drizzle.earliest_release (release integer primary key)`,
  )
  await orm.execute(
    sql`insert into drizzle.earliest_release values (${sql.raw(String(release))}) on conflict do nothing`,
  )
}

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

async function assertUnused(databaseUrl: string, earliest: number, waitMs?: number) {
  await withOwnClient(databaseUrl, (client) => assertNoneBefore(client, earliest, waitMs))
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
