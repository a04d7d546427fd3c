import { expect, test } from 'vitest'
import { findPause } from '@/lib/db/channel/connection-pauses'
import { listOutages } from '@/lib/db/reply/outbox'
import { askPassage, endProbe, prolongPause } from '@/lib/inbox/reply/pauses'
import { settleReply } from '@/lib/inbox/reply/settle-reply'
import { HAS_LEFT, testTalk } from '@/lib/inbox/testing'
import { checkRebuild } from '@/lib/log/rebuild'
import { inTime } from '@/lib/log/turn'

const talk = testTalk()

const FOR_EVER = 1_000_000

async function startTalks(count: number) {
  const talks = []
  for (let place = 0; place < count; place += 1) talks.push(await talk.takenTalk())
  return talks
}

type Talks = Awaited<ReturnType<typeof startTalks>>

const runAll = (talks: Talks) => Promise.all(talks.map(({ id }) => talk.runOutbox(id)))
const phones = (talks: Talks) => Promise.all(talks.map(({ member }) => talk.phone(member)))

async function count(kind: string): Promise<number> {
  const [row] = await talk.ctx.sql<{ count: number }[]>`
    select count(*) as count from events where kind = ${kind}`
  return row?.count ?? 0
}

/** How many events of some kinds came while `work` was done. */
async function during(kinds: string[], work: () => Promise<unknown>): Promise<number[]> {
  const before = await Promise.all(kinds.map(count))
  await work()
  const after = await Promise.all(kinds.map(count))
  return after.map((all, place) => all - (before[place] ?? 0))
}

/** Every conversation looks again and again, as its jobs would, for so many ms. */
async function insist(talks: Talks, ms: number) {
  const end = Date.now() + ms
  while (Date.now() < end) {
    await runAll(talks)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function pauseNow() {
  const [row] = await talk.ctx.sql<{ connectionId: string }[]>`
    select connection_id from channels where id = ${talk.channelId}`
  const connectionId = row?.connectionId ?? ''
  return { connectionId, pause: await findPause(talk.ctx.sql, connectionId) }
}

test('an outage that speaks 502 leaves the reply that met it unconfirmed; all others wait, and leave in order after it', async () => {
  const talks = await startTalks(4)
  await talk.control('POST', '/faults', { fault: '502', times: FOR_EVER })
  for (const { id } of talks) for (const text of ['one', 'two']) await talk.reply(id, text)
  const [first, second] = talks
  const [attempted, unconfirmed] = await during(
    ['reply.attempted', 'reply.unconfirmed'],
    async () => {
      await talk.runOutbox(first?.id ?? '')
      await insist(talks, 3_000)
    },
  )
  expect([attempted, unconfirmed]).toEqual([1, 1])
  expect(await listOutages(talk.ctx.sql)).toMatchObject([
    { reason: 'Stella answered 502.', waiting: 7 },
  ])
  expect((await talk.replies(second?.id ?? ''))[0]).toMatchObject({
    delivery: 'queued',
    nextAttemptAt: expect.any(String),
  })

  await talk.control('DELETE', '/faults')
  expect(await during(['reply.attempted'], () => talk.drain(...talks.map(({ id }) => id)))).toEqual(
    [7],
  )
  expect(await phones(talks)).toEqual([['two'], ['one', 'two'], ['one', 'two'], ['one', 'two']])
  expect(await listOutages(talk.ctx.sql)).toEqual([])
  expect(await count('connection.paused')).toBe(1)
  expect(await count('connection.resumed')).toBe(1)
})

test('where Stella answers but every reply meets a 502, one at a time is risked, with growing pauses', async () => {
  const talks = await startTalks(8)
  // Not the call that sends nothing: that one names a channel nobody has.
  await talk.control('POST', '/faults', { fault: '502', times: FOR_EVER, channel: talk.stellaId })
  for (const { id } of talks) await talk.reply(id, 'anybody there?')
  const [unconfirmed] = await during(['reply.unconfirmed'], async () => {
    await talk.runOutbox(talks[0]?.id ?? '')
    await insist(talks, 3_000)
  })
  expect(unconfirmed).toBeGreaterThanOrEqual(2)
  expect(unconfirmed).toBeLessThanOrEqual(4)
  await talk.control('DELETE', '/faults')
  await talk.drain(...talks.map(({ id }) => id))
  const said = (await phones(talks)).flat()
  expect(said).toHaveLength(8 - (unconfirmed ?? 0))
})

test('one call that times out stops a healthy connection for a second at most, and its echo still confirms it', async () => {
  const [lost, accepted, other] = await startTalks(3)
  if (!lost || !accepted || !other) throw new Error('unreachable')
  await talk.reply(lost.id, 'fail:hang')
  await talk.reply(accepted.id, 'fail:timeout')
  const hanging = [talk.runOutbox(lost.id), talk.runOutbox(accepted.id)]
  await talk.reply(other.id, 'while they hang')
  await talk.runOutbox(other.id)
  expect(await talk.phone(other.member)).toEqual(['while they hang'])

  await Promise.all(hanging)
  const { pause } = await pauseNow()
  expect(pause).toMatchObject({ tries: 1, cause: 'unclear' })
  expect((pause?.until ?? 0) - Date.now()).toBeLessThan(1_000)
  await talk.reply(other.id, 'after it')
  await talk.drain(other.id)
  expect((await pauseNow()).pause).toBeUndefined()
  await talk.settle()
  expect((await talk.replies(lost.id))[0]).toMatchObject({ delivery: 'unconfirmed' })
  expect(await talk.phone(lost.member)).toEqual([])
  expect((await talk.replies(accepted.id))[0]?.delivery).toEqual(HAS_LEFT)
  expect(await talk.phone(accepted.member)).toEqual(['fail:timeout'])
}, 45_000)

test('whoever was to try and has nothing left to send lets the next one try at once', async () => {
  const [broken, given, other] = await startTalks(3)
  if (!broken || !given || !other) throw new Error('unreachable')
  await talk.reply(broken.id, 'fail:502')
  await talk.runOutbox(broken.id)
  const { id: messageId } = await talk.reply(given.id, 'never mind')
  await talk.reply(other.id, 'still wanted')
  await expect
    .poll(async () => ((await pauseNow()).pause?.until ?? 0) < Date.now(), { interval: 50 })
    .toBe(true)
  // While Stella thinks about the call that sends nothing, its writer takes the reply back.
  await talk.control('POST', '/faults', { fault: 'slow', ms: 600 })
  const knocking = talk.runOutbox(given.id)
  await expect.poll(async () => (await pauseNow()).pause?.probing, { interval: 20 }).toBe(true)
  const place = { conversationId: given.id, messageId }
  await settleReply(talk.ctx, talk.agent('Ana'), place, { action: 'cancel' })
  await knocking
  expect((await pauseNow()).pause).toMatchObject({ probing: false })
  await talk.runOutbox(other.id)
  expect(await phones([given, other])).toEqual([[], ['still wanted']])
})

test('a Stella that never answers the call that sends nothing is found out by a reply now and then', async () => {
  const { connectionId } = await pauseNow()
  const asked: boolean[] = []
  let now = Date.now()
  for (let tries = 1; tries <= 9; tries += 1) {
    const call = { connectionId, reason: 'away', cause: 'unclear', wasProbe: tries > 1 } as const
    now = 1 + (await inTime(talk.ctx, (tx) => prolongPause(tx, call, now)))
    const passage = await inTime(talk.ctx, (tx) => askPassage(tx, connectionId, now))
    asked.push(passage.kind === 'probe' && passage.knocks)
  }
  expect(asked).toEqual([true, true, true, false, true, true, true, false, true])
  await inTime(talk.ctx, (tx) => endProbe(tx, connectionId))
})

test('a rebuild of all this gives the same rows', async () => {
  await talk.settle()
  const { tables } = await checkRebuild(talk.ctx.sql)
  expect(tables.filter((table) => !table.same)).toEqual([])
})
