import { expect, test } from 'vitest'
import { testInbox } from '@/lib/log/testing'
import { connect } from './client'
import { isUnavailable } from './driver/unavailable'

const inbox = testInbox()

test('a Postgres that nobody can reach is told at once, for what it is', async () => {
  const url = new URL(inbox.ctx.databaseUrl)
  url.port = '1'
  const sql = connect(url.toString(), { max: 1 })
  const error = await sql`select 1`.catch((problem: unknown) => problem)
  expect(isUnavailable(error)).toBe(true)
  await sql.end({ timeout: 0 })
})

test('of an address with two hosts the one that answers is used', async () => {
  const { port } = new URL(inbox.ctx.databaseUrl)
  const url = inbox.ctx.databaseUrl.replace(`:${port}/`, `:1,127.0.0.1:${port}/`)
  const sql = connect(url, { max: 1 })
  expect(await sql`select 1 as one`).toEqual([{ one: 1 }])
  await sql.end()
})

test('a statement that takes longer than a server may is broken off, and the connection goes on', async () => {
  const sql = connect(inbox.ctx.databaseUrl, { max: 1, statementMs: 200 })
  await expect(sql`select pg_sleep(20)`).rejects.toMatchObject({ code: '57014' })
  expect(await sql`select 1 as one`).toEqual([{ one: 1 }])
  await sql.end()
})
