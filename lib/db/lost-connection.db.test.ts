import { expect, test } from 'vitest'
import { testInbox } from '@/lib/log/testing'
import { connect, type Sql, type Transaction } from './client'
import { isUnavailable } from './driver/unavailable'

const inbox = testInbox()

const WAYS: Record<string, (tx: Transaction) => Promise<unknown>> = {
  'a statement runs': (tx) => endOwn(tx),
  'a statement of a savepoint runs': (tx) => tx.savepoint((part) => endOwn(part)),
  'nothing runs': async (tx) => {
    const [row] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`
    await inbox.ctx.sql`select pg_terminate_backend(${row?.pid ?? 0})`
    await new Promise((resolve) => setTimeout(resolve, 50))
    return tx`select 2 as two`
  },
  'an error of it is answered by another statement': (tx) =>
    endOwn(tx).catch(async () => {
      await new Promise((resolve) => setTimeout(resolve, 50))
      return tx`select 2 as two`
    }),
}

for (const [when, lose] of Object.entries(WAYS))
  test(`a transaction whose connection is lost while ${when} fails, and those after it work`, async () => {
    const sql = connect(inbox.ctx.databaseUrl, { max: 1 })
    const lost = sql.begin(lose).catch((problem: unknown) => problem)
    const others = Promise.allSettled(Array.from({ length: 5 }, (_, index) => ask(sql, index)))
    expect(isUnavailable(await lost)).toBe(true)
    const [next, ...rest] = await others
    // The driver hands what Postgres said at the end to whoever gets the connection next, before it has asked anything.
    if (next?.status === 'rejected') expect(isUnavailable(next.reason)).toBe(true)
    else expect(next).toEqual({ status: 'fulfilled', value: 0 })
    expect(rest.map((each) => each.status === 'fulfilled' && each.value)).toEqual([1, 2, 3, 4])
    await sql.end()
  }, 10_000)

/** The same transaction from its first statement to its last, and each answer that of its own statement. */
function ask(sql: Sql, index: number): Promise<number | undefined> {
  return sql.begin(async (tx) => {
    const [before] = await tx<{ id: string }[]>`select pg_current_xact_id()::text as id`
    const [row] = await tx<{ index: number }[]>`select ${index}::int as index`
    const [after] = await tx<{ id: string }[]>`select pg_current_xact_id()::text as id`
    expect(after).toEqual(before)
    return row?.index
  })
}

function endOwn(tx: Transaction) {
  return tx`select pg_terminate_backend(pg_backend_pid())`.then((rows) => rows)
}
