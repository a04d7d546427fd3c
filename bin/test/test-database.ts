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
    drop: () => onCluster(clusterUrl, (sql) => sql`drop database ${sql(name)} with (force)`),
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
