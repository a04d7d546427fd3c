import { randomUUID } from 'node:crypto'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql as statement } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator'
import { expect, test } from 'vitest'
import { createTestDatabase } from '@/bin/test/test-database'
import { connect, connectPlain, type Sql } from '../client'
import { findSignInAccount } from '../people/known-browsers'
import { migrate } from './migrate'

test('people of an older database keep their accounts, however their e-mails were written', async () => {
  const database = await createTestDatabase()
  await migrateUpTo(database.url, '0014_meta_payloads')
  const sql = connect(database.url, { max: 1 })
  try {
    const ana = await insertAgent(sql, 'Ana@Example.COM', 'admin')
    const ben = await insertAgent(sql, 'ben@example.com', 'agent')
    // The old index took them for two people.
    const wide = await insertAgent(sql, 'ｂｅｎ@example.com', 'agent')
    await sql`insert into sessions (id, agent_id, created_at, expires_at)
      values (${randomUUID()}, ${ana}, '2026-05-01T08:00:00Z', now())`
    for (const account of ['ana@example.com', 'ben@example.com', 'gone@example.com'])
      await sql`insert into known_addresses (account, address) values (${account}, '192.0.2.1')`
    await sql`insert into sign_in_failures values ('ana@example.com 192.0.2.1', now(), 3)`
    const links = [await insertLink(sql, ana), await insertLink(sql, ben)]

    await migrate(database.url)
    const emails = await sql`select id, email, last_sign_in_at from agents order by created_at`
    expect(emails).toEqual([
      { id: ana, email: 'ana@example.com', lastSignInAt: Date.parse('2026-05-01T08:00:00Z') },
      { id: ben, email: 'ben@example.com', lastSignInAt: null },
      { id: wide, email: 'ｂｅｎ@example.com', lastSignInAt: null },
    ])
    const identity = { network: '192.0.2.1', deviceSha256: undefined }
    for (const [email, id] of [
      ['ana@example.com', ana],
      ['ben@example.com', ben],
    ] as const)
      expect(await findSignInAccount(sql, email, identity)).toMatchObject({
        id,
        knownNetwork: true,
      })
    expect(await sql`select 1 from known_addresses`).toHaveLength(2)
    expect(await sql`select 1 from sign_in_failures`).toEqual([])
    // An agent's link was worth something until now; it doesn't come back with their role.
    const open = await sql<{ id: string; email: string }[]>`
      select id, email from agent_links where withdrawn_at is null`
    expect(open).toEqual([{ id: links[0], email: 'new@example.com' }])
  } finally {
    await sql.end()
    await database.drop()
  }
})

test('the conversations of an older database are counted when it is migrated', async () => {
  const database = await createTestDatabase()
  await migrateUpTo(database.url, '0020_reasons')
  const sql = connect(database.url, { max: 1 })
  const channelId = randomUUID()
  try {
    for (const [owner, status] of [
      ['waiting', 'open'],
      ['bot', 'open'],
      ['bot', 'resolved'],
    ] as const)
      await sql`
        insert into conversations (id, channel_id, member_id, status, owner, unread, last_activity_at, created_at, feed)
        values (${randomUUID()}, ${channelId}, ${randomUUID()}, ${status}, ${owner}, 0, now(), now(), 3)`
    await sql`update feed_head set feed = 3`

    await migrate(database.url)
    const kept = await sql`select name, n from conversation_counters order by name`
    expect(kept.map(({ name, n }) => [name, n])).toEqual([
      ['bot', 1],
      ['open', 2],
      ['resolved', 1],
      ['waiting', 1],
    ])
    expect(await sql`select feed, counted_feed from feed_head`).toEqual([
      { feed: 4, countedFeed: 4 },
    ])
  } finally {
    await sql.end()
    await database.drop()
  }
})

/** An empty database as the version had it that ended with this migration. */
async function migrateUpTo(url: string, last: string) {
  const folder = await mkdtemp(path.join(tmpdir(), 'migrations-'))
  await cp('drizzle/migrations', folder, { recursive: true })
  const journalFile = path.join(folder, 'meta/_journal.json')
  const journal = JSON.parse(await readFile(journalFile, 'utf8'))
  const end = journal.entries.findIndex(({ tag }: { tag: string }) => tag === last)
  journal.entries = journal.entries.slice(0, end + 1)
  await writeFile(journalFile, JSON.stringify(journal))
  const client = connectPlain(url)
  const orm = drizzle(client)
  await orm.execute(statement`drop schema public cascade`)
  await orm.execute(statement`drop schema if exists drizzle cascade`)
  await orm.execute(statement`create schema public`)
  await applyMigrations(orm, { migrationsFolder: folder })
  await client.end()
  await rm(folder, { recursive: true })
}

let second = 0

async function insertAgent(sql: Sql, email: string, role: string): Promise<string> {
  const id = randomUUID()
  second += 1
  await sql`insert into agents (id, email, name, role, password_hash, created_at)
    values (${id}, ${email}, 'Somebody', ${role}, 'x', ${second * 1_000})`
  return id
}

async function insertLink(sql: Sql, madeBy: string): Promise<string> {
  const id = randomUUID()
  await sql`
    insert into agent_links (id, token_sha256, purpose, email, role, expires_at, made_by)
    values (${id}, ${id}, 'invite', 'New@Example.com', 'agent', now() + interval '1 day', ${madeBy})`
  return id
}
