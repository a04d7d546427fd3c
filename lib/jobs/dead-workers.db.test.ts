import { randomInt } from 'node:crypto'
import { expect, test } from 'vitest'
import { testInbox } from '@/lib/log/testing'
import { Lifeline } from './dead-workers'

const inbox = testInbox()

async function startLife(worker: string) {
  const life = new Lifeline(inbox.ctx.databaseUrl, randomInt(1, 2 ** 31 - 1))
  await life.look()
  await life.register(worker)
  return life
}

/** A job that a worker has taken and not finished. */
async function lockJob(worker: string) {
  const { sql } = inbox.ctx
  await sql`select graphile_worker.add_job('send-replies', queue_name => ${worker})`
  await sql`update graphile_worker._private_jobs set locked_by = ${worker}, locked_at = now()`
  await sql`update graphile_worker._private_job_queues set locked_by = ${worker}, locked_at = now()`
}

const locked = async () => {
  const rows = await inbox.ctx.sql<{ lockedBy: string }[]>`
    select locked_by from graphile_worker._private_jobs where locked_by is not null
    union all
    select locked_by from graphile_worker._private_job_queues where locked_by is not null`
  return rows.map((row) => row.lockedBy)
}

test('the jobs of a process that died are free after two looks of another, queue and all', async () => {
  const survivor = await startLife('worker-survivor')
  const victim = await startLife('worker-victim')
  await lockJob('worker-victim')
  expect(await survivor.look()).toEqual([])
  await victim.end()
  expect(await survivor.look()).toEqual([])
  expect(await survivor.look()).toEqual(['worker-victim'])
  expect(await locked()).toEqual([])
  await survivor.end()
})

test('a process whose connection was cut, as by a restart of Postgres, is not taken for dead', async () => {
  const one = await startLife('worker-one')
  const two = await startLife('worker-two')
  await lockJob('worker-one')
  await inbox.ctx.sql`
    select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and classid = 7201`
  for (const life of [one, two]) await untilItLooks(life)
  for (let look = 0; look < 3; look++) {
    expect(await one.look()).not.toContain('worker-two')
    expect(await two.look()).not.toContain('worker-one')
  }
  expect(await locked()).toContain('worker-one')
  await Promise.all([one.end(), two.end()])
})

/** The first looks after a cut may find the old connection. */
async function untilItLooks(life: Lifeline) {
  await expect
    .poll(
      () =>
        life.look().then(
          () => true,
          () => false,
        ),
      { timeout: 20_000 },
    )
    .toBe(true)
}
