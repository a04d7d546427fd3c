import path from 'node:path'
import { sql } from 'drizzle-orm'
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator'
import { runMigrations } from 'graphile-worker'
import { connectOrm } from './client'

/** Serialises migrations of processes that start together. Any number that nothing else locks. */
const MIGRATION_LOCK = 7_201_001

/** Brings the database to this version's schema, the job tables included. Safe to run at every start, in every process. */
export async function migrate(databaseUrl: string): Promise<void> {
  const { orm, end } = connectOrm(databaseUrl)
  try {
    await orm.transaction(async (tx) => {
      // A transaction-scoped lock: the migrator uses other connections of the pool while we hold it.
      await tx.execute(sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`)
      await assertUtf8(tx)
      await applyMigrations(orm, {
        migrationsFolder: path.join(process.cwd(), 'drizzle/migrations'),
      })
      await runMigrations({ connectionString: databaseUrl })
    })
  } finally {
    await end()
  }
}

async function assertUtf8(tx: Pick<ReturnType<typeof connectOrm>['orm'], 'execute'>) {
  const [row] = await tx.execute<{ encoding: string }>(
    sql`select current_setting('server_encoding') as encoding`,
  )
  if (row?.encoding !== 'UTF8')
    throw new Error(`The database must be encoded in UTF8, not ${row?.encoding}.`)
}
