import { expect, test } from 'vitest'
import { countPendingEvents } from '@/lib/db/log/events'
import { lockFold } from '@/lib/db/log/fold-lock'
import { foldPending, record } from './fold'
import { testInbox } from './testing'
import { inTime, inTurn, note } from './turn'

const inbox = testInbox()
/** More than there are connections for either. */
const MANY = 20
const someone = '3b0f7c1e-58a5-4c1e-9d5b-0d7d1c6f0a11'

test('while the fold lock is held nobody waits behind others or behind jobs, and jobs lose nothing', async () => {
  const { ctx } = inbox
  let ended = 0
  const jobs: Promise<unknown>[] = []
  await ctx.sql.begin(async (tx) => {
    await lockFold(tx)
    for (let index = 0; index < MANY; index++)
      jobs.push(
        inTime(ctx, async (own) => {
          ended += 1
          await record(own, { type: 'agent.renamed', agentId: someone, name: 'A', before: 'B' })
        }),
      )
    const began = Date.now()
    const asked = Array.from({ length: MANY }, () => inTurn(ctx, async () => 'done'))
    const outcomes = await Promise.allSettled(asked)
    expect(outcomes.map((each) => each.status === 'rejected' && each.reason.message)).toEqual(
      Array(MANY).fill('The inbox is busy. Nothing was changed. Try again.'),
    )
    // One after the other in rounds of six, each with its own five seconds, would take twenty.
    expect(Date.now() - began).toBeLessThan(10_000)
    expect(ended).toBe(0)
  })
  await Promise.all(jobs)
  expect(ended).toBe(MANY)
  expect(await inTurn(ctx, async () => 'done')).toBe('done')
}, 60_000)

test('a job waits for the lock even where statements may not take long', async () => {
  const { ctx } = inbox
  const database = new URL(ctx.databaseUrl).pathname.slice(1)
  await ctx.sql.unsafe(`alter database "${database}" set statement_timeout = 300`)
  try {
    let job: Promise<string> | undefined
    await ctx.sql.begin(async (tx) => {
      await lockFold(tx)
      // A connection of its own, opened after the setting.
      job = inTime(ctx, async () => 'noted')
      await tx`set local statement_timeout = 0`
      await tx`select pg_sleep(1)`
    })
    expect(await job).toBe('noted')
  } finally {
    await ctx.sql.unsafe(`alter database "${database}" reset statement_timeout`)
  }
})

test('what has happened already is noted while the lock is held, and folded later', async () => {
  const { ctx } = inbox
  await ctx.sql.begin(async (tx) => {
    await lockFold(tx)
    await note(ctx, { type: 'agent.settings-set', agentId: someone }, { agentId: someone })
    expect(await countPendingEvents(ctx.sql)).toBe(1)
  })
  await foldPending(ctx.sql)
  expect(await countPendingEvents(ctx.sql)).toBe(0)
})

test('where the connection breaks at the commit it is not said that nothing was changed', async () => {
  const { ctx } = inbox
  await ctx.sql.unsafe(`
    create table fragile (at int);
    create function break_off() returns trigger language plpgsql as $$
    begin perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(1); return null; end $$;
    create constraint trigger breaks after insert on fragile deferrable initially deferred
      for each row execute function break_off()`)
  await expect(inTurn(ctx, (tx) => tx`insert into fragile values (1)`)).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringMatching(/Check whether it was done/),
  })
})
