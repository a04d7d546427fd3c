import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { inject } from 'vitest'
import { siblingUrl, TEMPLATE } from './test-cluster'

export interface TestDatabase {
  url: string
  /** Closes what is still connected, and forgets the database. */
  drop(): Promise<void>
}

/** A migrated, empty database for one test file; no other file sees it. Only for `*.db.test.ts`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const clusterUrl = inject('clusterUrl')
  const name = `test_${randomBytes(8).toString('hex')}`
  await onCluster(clusterUrl, (sql) => sql`create database ${sql(name)} template ${sql(TEMPLATE)}`)
  return {
    url: siblingUrl(clusterUrl, name),
    drop: () => onCluster(clusterUrl, (sql) => dropDatabase(sql, name)),
  }
}

const NOT_ALLOWED = '42501'

/**
 * By force may only end what its own role started: where autovacuum is at work, which is the superuser's, Postgres refuses.
 * A plain drop sends that away by itself, and nobody of ours is connected by then.
 */
async function dropDatabase(sql: postgres.Sql, name: string) {
  try {
    await sql`drop database ${sql(name)} with (force)`
  } catch (error) {
    if (!(error instanceof postgres.PostgresError) || error.code !== NOT_ALLOWED) throw error
    await sql`drop database ${sql(name)}`
  }
}

async function onCluster(url: string, work: (sql: postgres.Sql) => Promise<unknown>) {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await work(sql)
  } finally {
    await sql.end()
  }
}
