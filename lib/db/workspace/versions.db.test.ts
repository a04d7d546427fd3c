import { afterEach, expect, test } from 'vitest'
import { testInbox } from '@/lib/log/testing'
import { migrate } from './migrate'
import { ownVersion, VersionGuard } from './versions'

const inbox = testInbox()
const MINE = ownVersion()
const OTHER = { ...MINE, key: MINE.key ^ 1 }
const guards: VersionGuard[] = []

afterEach(async () => {
  for (const guard of guards.splice(0)) await guard.leave()
})

async function enter(version = MINE, waitMs = 0): Promise<VersionGuard> {
  const guard = await VersionGuard.enter(inbox.ctx.databaseUrl, version, waitMs)
  guards.push(guard)
  return guard
}

test('processes of one version share a database, and one of another version is refused in words', async () => {
  await enter()
  await enter()
  await expect(enter(OTHER)).rejects.toThrow(
    /Another version of the inbox is running.*stop the other/,
  )
  await enter()
})

test('of two versions that start at the same moment exactly one comes in', async () => {
  const ends = await Promise.allSettled([MINE, OTHER, MINE, OTHER].map((version) => enter(version)))
  const came = ends.flatMap((end, index) => (end.status === 'fulfilled' ? [index % 2] : []))
  expect(new Set(came).size).toBe(1)
})

test('whoever takes the place of a process that is stopping waits for it', async () => {
  const old = await enter()
  const next = enter(OTHER, 20_000)
  await expect(
    Promise.race([next, new Promise((go) => setTimeout(go, 700, 'waits'))]),
  ).resolves.toBe('waits')
  await old.leave()
  await next
})

test('a process that died is in nobody’s way, and one whose connection was cut says again that it is there', async () => {
  const { sql } = inbox.ctx
  await enter()
  await sql`
    select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and classid = 7203
      and database = (select oid from pg_database where datname = current_database())`
  await expect.poll(() => enter(OTHER, 0).then((guard) => guard.leave(), String)).toBeUndefined()
  await expect
    .poll(() => enter(OTHER, 0).then((guard) => guard.leave(), String), { timeout: 15_000 })
    .toMatch(/Another version/)
})

test('the schema is not changed under a process of another version', async () => {
  const { sql } = inbox.ctx
  await enter(OTHER)
  // Nothing to change: a program of this version may look.
  await migrate(inbox.ctx.databaseUrl, 0)
  const newest = await sql`
    delete from drizzle.__drizzle_migrations
    where created_at = (select max(created_at) from drizzle.__drizzle_migrations) returning *`
  try {
    await expect(migrate(inbox.ctx.databaseUrl, 0)).rejects.toThrow(/Another version/)
  } finally {
    await sql`insert into drizzle.__drizzle_migrations ${sql(newest)}`
  }
})

test('a database of a newer version is refused in words, and left as it is', async () => {
  const { sql } = inbox.ctx
  const rows = () => sql`select count(*)::int as count from drizzle.__drizzle_migrations`
  await sql`
    insert into drizzle.__drizzle_migrations (hash, created_at) values ('of the future', ${MINE.schemaAt + 1})`
  try {
    const before = await rows()
    await expect(migrate(inbox.ctx.databaseUrl)).rejects.toThrow(/made by a newer version/)
    expect(await rows()).toEqual(before)
  } finally {
    await sql`delete from drizzle.__drizzle_migrations where hash = 'of the future'`
  }
  await migrate(inbox.ctx.databaseUrl)
})
