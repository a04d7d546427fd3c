import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import postgres from 'postgres'
import { migrate } from '@/lib/db/workspace/migrate'
import { removeDatabase, startDatabase } from '../postgres/embedded-database'
import { withAdmin } from '../postgres/postgres-cluster'
import { ROLE } from '../postgres/postgres-role'
import { readClusterSettings } from '../postgres/postgres-settings'
import { leashDatabase } from './leash'

/** Every test database is a copy of this one, which has been migrated once. */
export const TEMPLATE = 'template_inbox'

declare module 'vitest' {
  interface ProvidedContext {
    clusterUrl: string
  }
}

interface Project {
  provide(name: 'clusterUrl', url: string): void
}

/** vitest's global setup of the project `db`: one throw-away cluster for the run; gives what removes it again. */
export async function setup(project: Project) {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'stella-inbox-db-'))
  // vitest ends on a signal without asking anybody.
  const unleash = leashDatabase(dataDir)
  const database = await startDatabase({ dataDir, durable: false })
  await allowDatabases(dataDir)
  await makeTemplate(database.url)
  project.provide('clusterUrl', database.url)
  return async () => {
    unleash()
    await database.stop()
    await removeDatabase(dataDir)
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** The address of another database of the same cluster. */
export function siblingUrl(url: string, database: string): string {
  const sibling = new URL(url)
  sibling.pathname = `/${database}`
  return sibling.toString()
}

/** Lets the inbox's own role make databases: each test file and bench has its own. */
export async function allowDatabases(dataDir: string) {
  const settings = await readClusterSettings(path.join(dataDir, 'postgres.json'))
  if (settings) await withAdmin(settings, (sql) => sql.unsafe(`alter role ${ROLE} createdb`))
}

async function makeTemplate(url: string) {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  await sql`create database ${sql(TEMPLATE)}`
  await sql.end()
  await migrate(siblingUrl(url, TEMPLATE))
}
