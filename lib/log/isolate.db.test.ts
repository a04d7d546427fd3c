import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { replayEvents } from '@/lib/admin/log/replay-events'
import { connect, type Sql } from '@/lib/db/client'
import { countPendingEvents } from '@/lib/db/log/events'
import { reason } from '@/lib/i18n/reason'
import { foldPending } from './fold'
import { checkRebuild } from './rebuild'
import { testInbox } from './testing'

const inbox = testInbox()
/** As two processes on one database. */
let processes: Sql[]
let channelId: string

beforeAll(() => {
  processes = [1, 2].map(() => connect(inbox.ctx.databaseUrl, { max: 2 }))
})
afterAll(() => Promise.all(processes.map((sql) => sql.end())))
beforeEach(async () => {
  channelId = (await inbox.channel('whatsapp', `8526822${Math.floor(Math.random() * 1e4)}`)).id
  // A replay leaves a note that waits for the fold.
  await foldPending(inbox.ctx.sql)
})

test('of two folds at once only the poisoned events are quarantined, and every healthy one is shown', async () => {
  await refusing('22023', async () => {
    for (let index = 0; index < 40; index++)
      await inbox.append(channelId, bodyOf(index, index % 13 === 5))
    await Promise.all([...processes, ...processes].map(foldPending))
    const outcomes = await inbox.outcomes(channelId)
    const quarantined = outcomes.flatMap((row, index) => (row.outcome === 'message' ? [] : [index]))
    expect(quarantined).toEqual([5, 18, 31])
    expect(outcomes[5]).toMatchObject({
      outcome: 'quarantined',
      error: reason('delivery.problem.saving', { error: 'refused' }),
    })
    expect(await inbox.thread(channelId)).toHaveLength(37)
  })
  await replayEvents(inbox.ctx, { events: 'quarantined' })
  expect(await inbox.thread(channelId)).toHaveLength(40)
  expect((await checkRebuild(inbox.ctx.sql)).same).toBe(true)
})

test.each([
  ['a statement that took too long', '57014'],
  ['a lock that was not to be had', '55P03'],
  ['a deadlock', '40P01'],
  ['a serialization failure', '40001'],
  ['a Postgres that shuts down', '57P01'],
  ['memory that ran out', '53200'],
  ['a full disk', '53100'],
  ['a disk that fails', '58030'],
  ['a database that may only be read', '25006'],
  ['a schema of another version', '42703'],
])('%s is nobody’s poison: the events wait and are folded later', async (_, code) => {
  const { sql } = inbox.ctx
  await inbox.append(channelId, bodyOf(1, false))
  await inbox.append(channelId, bodyOf(2, true))
  await inbox.append(channelId, bodyOf(3, false))
  await refusing(code, async () => {
    await expect(foldPending(sql)).rejects.toThrow('refused')
    expect(await countPendingEvents(sql)).toBe(3)
    expect(await inbox.outcomes(channelId)).toEqual([])
  })
  await foldPending(sql)
  expect(await inbox.thread(channelId)).toHaveLength(3)
  expect((await inbox.outcomes(channelId)).map(({ outcome }) => outcome)).toEqual(
    Array(3).fill('message'),
  )
})

function bodyOf(index: number, poisoned: boolean) {
  return {
    from: '85260903521',
    to: '85268227287',
    timestamp: String(1_700_000_000 + index),
    type: 'TEXT',
    data: { text: poisoned ? `poison ${index}` : `line ${index}` },
  }
}

/** While `work` runs, Postgres refuses lines that begin with “poison”, with this SQLSTATE. */
async function refusing(code: string, work: () => Promise<void>) {
  const { sql } = inbox.ctx
  await sql.unsafe(`
    create function refuse_poison() returns trigger language plpgsql as $$
    begin
      if new.content->>'text' like 'poison%' then raise exception 'refused' using errcode = '${code}'; end if;
      return new;
    end $$;
    create trigger poison before insert on messages for each row execute function refuse_poison()`)
  try {
    await work()
  } finally {
    await sql.unsafe('drop trigger poison on messages; drop function refuse_poison()')
  }
}
