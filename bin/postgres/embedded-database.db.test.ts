import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { migrate } from '@/lib/db/workspace/migrate'
import { createTestDatabase } from '../test/test-database'
import { removeDatabase, startDatabase } from './embedded-database'
import { withAdmin } from './postgres-cluster'
import { readClusterSettings } from './postgres-settings'

/** A new cluster waits for the disk, and the disk for whoever else writes. */
const TIMEOUT_MS = 180_000

/** A data folder of its own, which goes with its cluster at the end of the test. */
async function newDataDir(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'stella-inbox-embedded-'))
  onTestFinished(() => forget(folder))
  return folder
}

async function forget(folder: string) {
  await removeDatabase(folder)
  await rm(folder, { recursive: true, force: true })
}

describe('one cluster, which each of these stops at its end', () => {
  let dataDir: string

  beforeAll(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'stella-inbox-embedded-'))
  })
  afterAll(() => forget(dataDir))

  test('what was written is there at the next start, on the same port, behind a password of its own', async () => {
    const first = await startDatabase({ dataDir })
    expect(first.started).toBe(true)
    await query(first.url, (sql) => sql`create table if not exists kept as select '陳嘉欣' as name`)
    await first.stop()
    await expect(query(first.url, (sql) => sql`select 1`)).rejects.toThrow(/ECONNREFUSED/)

    const second = await startDatabase({ dataDir })
    expect(second.url).toBe(first.url)
    expect(await query(second.url, (sql) => sql`select name from kept`)).toEqual([
      { name: '陳嘉欣' },
    ])
    await expect(
      query(withPassword(second.url, 'guessed'), (sql) => sql`select 1`),
    ).rejects.toThrow(/password/)
    expect((await stat(path.join(dataDir, 'postgres.json'))).mode & 0o777).toBe(0o600)
    await second.stop()
  })

  test('text is Unicode: other writings change case, and trigrams find Chinese', async () => {
    const { url, stop } = await startDatabase({ dataDir })
    await query(url, (sql) => sql`create extension pg_trgm`)
    const [row] = await query(
      url,
      (sql) => sql`select lower('ÅŁÉ') as lower, similarity('查詢訂單', '查詢訂單') as alike`,
    )
    expect(row).toEqual({ lower: 'åłé', alike: 1 })
    await stop()
  })

  test('the inbox owns its database and nothing else of the server: no file, no program, no role', async () => {
    const { url, stop } = await startDatabase({ dataDir })
    for (const statement of [
      "select pg_read_file('postgresql.conf')",
      "copy (select 1) to program 'true'",
      'create role another superuser',
      'create database another',
      "alter system set log_statement = 'all'",
    ])
      await expect(query(url, (sql) => sql.unsafe(statement))).rejects.toThrow(
        /permission denied|must be|permission to/,
      )
    await stop()
  })

  test('the first process to stop does not take the database from the second, the last one ends it', async () => {
    const first = await startDatabase({ dataDir })
    const other = await holdElsewhere(dataDir)
    await first.stop()
    expect(await query(first.url, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }])
    other.kill('SIGTERM')
    await once(other, 'exit')
    await expect(query(first.url, (sql) => sql`select 1`)).rejects.toThrow(/ECONNREFUSED/)
  })

  test('a process that was killed is no holder any more: the next one to stop ends the database', async () => {
    const other = await holdElsewhere(dataDir)
    other.kill('SIGKILL')
    await once(other, 'exit')
    const mine = await startDatabase({ dataDir })
    expect(mine.started).toBe(false)
    await mine.stop()
    await expect(query(mine.url, (sql) => sql`select 1`)).rejects.toThrow(/ECONNREFUSED/)
  })
})

test('a database that an older version made as superuser is given to the inbox, with all that lies in it', {
  timeout: TIMEOUT_MS,
}, async () => {
  const dataDir = await newDataDir()
  const older = await startDatabase({ dataDir })
  await beOlder(dataDir)
  await older.stop()

  const { url, stop } = await startDatabase({ dataDir })
  expect(url).not.toBe(older.url)
  await migrate(url)
  await query(url, (sql) => sql`insert into workspace_tags values ('VIP', 1, 'red', '')`)
  const others = await query(
    url,
    (sql) => sql`
      select relname from pg_class join pg_namespace n on n.oid = relnamespace
      where nspname in ('public', 'drizzle', 'graphile_worker') and relowner <> 'inbox'::regrole`,
  )
  expect(others).toEqual([])
  await query(url, (sql) => sql`alter table workspace_tags add column later int`)
  await stop()
})

/** As it was before the inbox had a role: all belongs to the superuser, and no other password is kept. */
async function beOlder(folder: string) {
  const file = path.join(folder, 'postgres.json')
  const settings = await readClusterSettings(file)
  if (!settings) throw new Error('There are no settings.')
  const { password, port, folder: cluster } = settings
  await withAdmin(settings, async (sql) => {
    await sql`drop database inbox`
    await sql`drop role inbox`
    await sql`create database inbox`
  })
  await migrate(`postgres://postgres:${password}@127.0.0.1:${port}/inbox`)
  await writeFile(file, JSON.stringify({ port, password, folder: cluster }))
}

test('a Postgres that was killed comes back with all that was committed', {
  timeout: TIMEOUT_MS,
}, async () => {
  const dataDir = await newDataDir()
  const first = await startDatabase({ dataDir })
  await query(first.url, (sql) => sql`create table kept as select 1 as one`)
  await kill(dataDir)
  const second = await startDatabase({ dataDir })
  expect(second.started).toBe(true)
  expect(await query(second.url, (sql) => sql`select one from kept`)).toEqual([{ one: 1 }])
  await second.stop()
})

test('every test database is migrated and alone', async () => {
  const [one, two] = await Promise.all([createTestDatabase(), createTestDatabase()])
  await query(one.url, (sql) => sql`create table only_here (id int)`)
  const tables = await query(
    two.url,
    (sql) =>
      sql`select table_name as name from information_schema.tables where table_schema = 'public'`,
  )
  const names = tables.map(({ name }) => name)
  expect(names).toContain('events')
  expect(names).not.toContain('only_here')
  await Promise.all([one.drop(), two.drop()])
})

async function query(url: string, work: (sql: postgres.Sql) => Promise<postgres.Row[]>) {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return [...(await work(sql))]
  } finally {
    await sql.end()
  }
}

function withPassword(url: string, password: string): string {
  const other = new URL(url)
  other.password = password
  return other.toString()
}

async function kill(dataDir: string) {
  const settings = await readClusterSettings(path.join(dataDir, 'postgres.json'))
  const text = await readFile(path.join(settings?.folder ?? '', 'postmaster.pid'), 'utf8')
  process.kill(Number.parseInt(text, 10), 'SIGKILL')
}

/** Another process that uses the database until it gets SIGTERM. */
async function holdElsewhere(dataDir: string): Promise<ChildProcess> {
  const script = `
    import { startDatabase } from './bin/postgres/embedded-database.ts'
    const { stop } = await startDatabase({ dataDir: process.argv[1] })
    process.once('SIGTERM', () => stop().then(() => process.exit(0)))
    setInterval(() => {}, 60_000)
    console.log('holding')`
  const args = ['--import', 'tsx', '--input-type=module', '-e', script, dataDir]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return child
}
