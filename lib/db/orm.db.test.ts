import { randomBytes, randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { templates } from '@/drizzle/schema/channels'
import { connections } from '@/drizzle/schema/connections'
import { agents } from '@/drizzle/schema/people'
import type { AgentSettings } from '@/lib/domain/people/agent-settings'
import { testInbox } from '@/lib/log/testing'
import type { Queryable } from './client'
import { isOneOf, orm } from './orm'

const inbox = testInbox()

const SECOND = Date.UTC(2026, 4, 1, 8, 0, 0, 123)

const connection = (id: string) => ({
  id,
  name: 'Ours',
  accessToken: randomBytes(40),
  tokenHint: '1234',
  botUrl: 'https://bot.example.com',
  restUrl: 'https://rest.example.com',
  fileUrl: 'https://file.example.com',
  responseKey: 'response' as const,
  tokenParam: 'access_token' as const,
  signatureHeader: 'X-Signature',
  dialect: 'stella' as const,
  createdAt: SECOND,
  removedAt: null,
})

const named = async (db: Queryable, id: string) =>
  orm(db).select().from(connections).where(eq(connections.id, id))

test('what the query builder asks in a transaction is part of it', async () => {
  const { sql } = inbox.ctx
  const row = connection(randomUUID())
  const undone = sql.begin(async (tx) => {
    await orm(tx).insert(connections).values(row)
    expect(await tx`select name from connections where id = ${row.id}`).toEqual([{ name: 'Ours' }])
    await tx`update connections set name = 'Theirs' where id = ${row.id}`
    expect(await named(tx, row.id)).toMatchObject([{ name: 'Theirs' }])
    expect(await named(sql, row.id)).toEqual([])
    throw new Error('undo')
  })
  await expect(undone).rejects.toThrow('undo')
  expect(await named(sql, row.id)).toEqual([])
})

test('a statement written by hand and the query builder read the same row alike, and write it alike', async () => {
  const { sql } = inbox.ctx
  const built = connection(randomUUID())
  const { accessToken, ...rest } = connection(randomUUID())
  const byHand = { ...rest, accessToken }
  await orm(sql).insert(connections).values(built)
  await sql`insert into connections ${sql(byHand)}`
  for (const row of [built, byHand]) {
    const [read] = await sql`select * from connections where id = ${row.id}`
    expect(read).toEqual(row)
    expect(await named(sql, row.id)).toEqual([row])
  }
})

test.each<Partial<AgentSettings>>([{}, { undoSeconds: 5 }])(
  'JSON is written once, not as a text of itself: %j',
  async (settings: Partial<AgentSettings>) => {
    const { sql } = inbox.ctx
    const person = { name: 'Ana', role: 'agent' as const, passwordHash: 'x', channelIds: [] }
    const id = randomUUID()
    await orm(sql)
      .insert(agents)
      .values({ ...person, id, email: `${id}@example.com`, settings })
    const [row] = await sql`
      select jsonb_typeof(settings) as kind, settings, channel_ids from agents where id = ${id}`
    expect(row).toEqual({ kind: 'object', settings, channelIds: [] })
    const [read] = await orm(sql).select().from(agents).where(eq(agents.id, id))
    expect(read).toMatchObject({ settings, channelIds: [], disabledAt: null })
    expect(read?.createdAt).toBeGreaterThan(SECOND)
  },
)

test('one of many is one statement, however many they are', async () => {
  const ids = [randomUUID(), randomUUID(), randomUUID()]
  const ask = (some: string[]) =>
    orm(inbox.ctx.sql).select().from(templates).where(isOneOf(templates.id, some))
  expect(ask(ids).toSQL().sql).toBe(ask([]).toSQL().sql)
  expect(await ask(ids)).toEqual([])
  expect(await ask([])).toEqual([])
})

test('what the query builder asked once is prepared, as what is written by hand', async () => {
  await inbox.ctx.sql.begin(async (tx) => {
    await named(tx, randomUUID())
    const prepared = await tx<{ statement: string }[]>`select statement from pg_prepared_statements`
    expect(prepared.some(({ statement }) => statement.includes('from "connections"'))).toBe(true)
  })
})
