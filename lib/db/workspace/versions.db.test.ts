import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { testInbox } from '@/lib/log/testing'
import { migrate } from './migrate'
import { migrationsFolder, ownVersion, VersionGuard } from './versions'

const inbox = testInbox()
const MINE = ownVersion()
const OTHER = { ...MINE, key: MINE.key ^ 1 }
const COMMAND = { isCommand: true }
const guards: VersionGuard[] = []
const folders: string[] = []

afterEach(async () => {
  for (const guard of guards.splice(0)) await guard.leave()
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true })
})

async function enter(version = MINE, { isCommand = false, waitMs = 0 } = {}) {
  const { databaseUrl } = inbox.ctx
  const guard = await VersionGuard.enter(databaseUrl, { version, isCommand, waitMs })
  guards.push(guard)
  return guard
}

test('servers of two versions work side by side, as in a rollout', async () => {
  await enter()
  await enter(OTHER)
  await enter()
})

test('a command of another version is refused in words, and a server beside a command of another version', async () => {
  const server = await enter()
  await expect(enter(OTHER, COMMAND)).rejects.toThrow(/one version, then run it again/)
  await enter(MINE, COMMAND)
  await server.leave()
  await expect(enter(OTHER)).rejects.toThrow(/command of another version/)
  await enter()
})

test('of two commands of two versions that start at the same moment exactly one comes in', async () => {
  const starting = [MINE, OTHER, MINE, OTHER].map((version) => enter(version, COMMAND))
  const ends = await Promise.allSettled(starting)
  const came = ends.flatMap((end, index) => (end.status === 'fulfilled' ? [index % 2] : []))
  expect(new Set(came).size).toBe(1)
})

test('a command waits for a server of another version that is stopping', async () => {
  const old = await enter()
  const next = enter(OTHER, { isCommand: true, waitMs: 20_000 })
  await expect(
    Promise.race([next, new Promise((go) => setTimeout(go, 700, 'waits'))]),
  ).resolves.toBe('waits')
  await old.leave()
  await next
})

test('a process that died is in nobody’s way, and one whose connection was cut says again that it is there', async () => {
  const { sql } = inbox.ctx
  const tryOther = () => enter(OTHER, COMMAND).then((guard) => guard.leave(), String)
  await enter()
  await sql`
    select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and classid = 7203
      and database = (select oid from pg_database where datname = current_database())`
  await expect.poll(tryOther).toBeUndefined()
  await expect.poll(tryOther, { timeout: 15_000 }).toMatch(/Another version/)
})

test('a migration that only adds is applied beside an earlier release, which starts again on what it made', async () => {
  const { databaseUrl, sql } = inbox.ctx
  const later = await withMigration('alter table members add column later text', 10)
  await enter(OTHER)
  await migrate(databaseUrl, { ...later, waitMs: 0 })
  // An earlier process that was restarted in the middle of a rollout.
  await migrate(databaseUrl)
  await sql`alter table members drop column later`
  await forget(10)
})

test('nothing is taken away from a running release that still uses it, and later none of those starts', async () => {
  const { databaseUrl } = inbox.ctx
  const since = '9.2.0'
  const text = `-- Not used since ${since}\nselect 1`
  const taking = await withMigration(text, 20, 9_003_000)
  const using = await enter({ ...OTHER, release: 9_001_000 })
  await expect(migrate(databaseUrl, { ...taking, waitMs: 0 })).rejects.toThrow(/still uses/)
  await using.leave()
  await enter({ ...OTHER, release: 9_002_000 })
  await migrate(databaseUrl, { ...taking, waitMs: 0 })
  const late = { ...MINE, release: 9_001_000 }
  await expect(migrate(databaseUrl, { version: late })).rejects.toThrow(/made by a newer version/)
  await migrate(databaseUrl, { version: { ...MINE, release: 9_002_000 } })
  await forget(20)
  await inbox.ctx.sql`delete from drizzle.earliest_release where release > 0`
})

test('an earlier version writes beside a column that it doesn’t know, which gets its default', async () => {
  const { sql } = inbox.ctx
  const channel = await inbox.channel()
  await sql`alter table members add column later text not null default 'given'`
  await inbox.receive(channel.id, {
    from: '85260000001',
    to: '85268227287',
    timestamp: '1700000000',
    type: 'TEXT',
    data: { text: 'Hi' },
  })
  expect(await sql`select later from members`).toEqual([{ later: 'given' }])
  await sql`alter table members drop column later`
})

/** A later version's migrations: ours, and one more that was written `age` ms after them. */
async function withMigration(sql: string, age: number, release = MINE.release) {
  const folder = await mkdtemp(path.join(tmpdir(), 'migrations-'))
  folders.push(folder)
  await cp(migrationsFolder(), folder, { recursive: true })
  const file = path.join(folder, 'meta/_journal.json')
  const journal = JSON.parse(await readFile(file, 'utf8'))
  const schemaAt = MINE.schemaAt + age
  journal.entries.push({ ...journal.entries.at(-1), idx: 9_999, when: schemaAt, tag: '9999_later' })
  await writeFile(file, JSON.stringify(journal))
  await writeFile(path.join(folder, '9999_later.sql'), sql)
  return { folder, version: { key: MINE.key ^ 2, release, schemaAt } }
}

async function forget(age: number) {
  await inbox.ctx.sql`
    delete from drizzle.__drizzle_migrations where created_at = ${MINE.schemaAt + age}`
}
