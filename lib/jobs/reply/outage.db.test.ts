import { expect, test } from 'vitest'
import { findPause } from '@/lib/db/channel/connection-pauses'
import { listOutages } from '@/lib/db/reply/outbox'
import { reason } from '@/lib/i18n/reason'
import { askPassage, endProbe, prolongPause } from '@/lib/inbox/reply/pauses'
import { settleReply } from '@/lib/inbox/reply/settle-reply'
import { HAS_LEFT, testTeam } from '@/lib/inbox/testing'
import { record } from '@/lib/log/fold'
import { checkRebuild } from '@/lib/log/rebuild'
import { inTime } from '@/lib/log/turn'

const team = testTeam()

const FOR_EVER = 1_000_000

async function takeConversations(count: number) {
  const conversations = []
  for (let place = 0; place < count; place += 1) conversations.push(await team.takenConversation())
  return conversations
}

type Conversations = Awaited<ReturnType<typeof takeConversations>>

const runAll = (conversations: Conversations) =>
  Promise.all(conversations.map(({ id }) => team.runOutbox(id)))
const phones = (conversations: Conversations) =>
  Promise.all(conversations.map(({ member }) => team.phone(member)))

async function count(kind: string): Promise<number> {
  const [row] = await team.ctx.sql<{ count: number }[]>`
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
async function insist(conversations: Conversations, ms: number) {
  const end = Date.now() + ms
  while (Date.now() < end) {
    await runAll(conversations)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function pauseNow() {
  const [row] = await team.ctx.sql<{ connectionId: string }[]>`
    select connection_id from channels where id = ${team.channelId}`
  const connectionId = row?.connectionId ?? ''
  return { connectionId, pause: await findPause(team.ctx.sql, connectionId) }
}

test('an outage that speaks 502 leaves the reply that met it unconfirmed; all others wait, and leave in order after it', async () => {
  const conversations = await takeConversations(4)
  await team.control('POST', '/faults', { fault: '502', times: FOR_EVER })
  for (const { id } of conversations) for (const text of ['one', 'two']) await team.reply(id, text)
  const [first, second] = conversations
  const [attempted, unconfirmed] = await during(
    ['reply.attempted', 'reply.unconfirmed'],
    async () => {
      await team.runOutbox(first?.id ?? '')
      await insist(conversations, 3_000)
    },
  )
  expect([attempted, unconfirmed]).toEqual([1, 1])
  expect(await listOutages(team.ctx.sql)).toMatchObject([
    { reason: reason('connection.call.noReason', { status: 502 }), waiting: 7 },
  ])
  expect((await team.replies(second?.id ?? ''))[0]).toMatchObject({
    delivery: 'queued',
    nextAttemptAt: expect.any(String),
  })

  await team.control('DELETE', '/faults')
  expect(
    await during(['reply.attempted'], () => team.drain(...conversations.map(({ id }) => id))),
  ).toEqual([7])
  expect(await phones(conversations)).toEqual([
    ['two'],
    ['one', 'two'],
    ['one', 'two'],
    ['one', 'two'],
  ])
  expect(await listOutages(team.ctx.sql)).toEqual([])
  expect(await count('connection.paused')).toBe(1)
  expect(await count('connection.resumed')).toBe(1)
})

test('where Stella answers but every reply meets a 502, one at a time is risked, with growing pauses', async () => {
  const conversations = await takeConversations(8)
  // Not the call that sends nothing: that one names a channel nobody has.
  await team.control('POST', '/faults', { fault: '502', times: FOR_EVER, channel: team.stellaId })
  for (const { id } of conversations) await team.reply(id, 'anybody there?')
  const [unconfirmed] = await during(['reply.unconfirmed'], async () => {
    await team.runOutbox(conversations[0]?.id ?? '')
    await insist(conversations, 3_000)
  })
  expect(unconfirmed).toBeGreaterThanOrEqual(2)
  expect(unconfirmed).toBeLessThanOrEqual(4)
  await team.control('DELETE', '/faults')
  await team.drain(...conversations.map(({ id }) => id))
  const shown = (await phones(conversations)).flat()
  expect(shown).toHaveLength(8 - (unconfirmed ?? 0))
})

test('one call that times out stops a healthy connection for a second at most, and its echo still confirms it', async () => {
  const [lost, accepted, other] = await takeConversations(3)
  if (!lost || !accepted || !other) throw new Error('unreachable')
  await team.reply(lost.id, 'fail:hang')
  await team.reply(accepted.id, 'fail:timeout')
  const hanging = [team.runOutbox(lost.id), team.runOutbox(accepted.id)]
  await team.reply(other.id, 'while they hang')
  await team.runOutbox(other.id)
  expect(await team.phone(other.member)).toEqual(['while they hang'])

  await Promise.all(hanging)
  const { pause } = await pauseNow()
  expect(pause).toMatchObject({ tries: 1, cause: 'unclear' })
  expect((pause?.until ?? 0) - Date.now()).toBeLessThan(1_000)
  await team.reply(other.id, 'after it')
  await team.drain(other.id)
  expect((await pauseNow()).pause).toBeUndefined()
  await team.settle()
  expect((await team.replies(lost.id))[0]).toMatchObject({ delivery: 'unconfirmed' })
  expect(await team.phone(lost.member)).toEqual([])
  expect((await team.replies(accepted.id))[0]?.delivery).toEqual(HAS_LEFT)
  expect(await team.phone(accepted.member)).toEqual(['fail:timeout'])
}, 45_000)

test('what became of a reply that a killed process had begun is said at once, however long the others wait', async () => {
  const [begun, other] = await takeConversations(2)
  if (!begun || !other) throw new Error('unreachable')
  const first = await team.reply(begun.id, 'begun by a process that was killed')
  await team.reply(begun.id, 'the next one')
  await team.reply(other.id, 'another conversation')
  const fact = { type: 'reply.attempted', messageId: first.id } as const
  await inTime(team.ctx, (tx) => record(tx, fact, { conversationId: begun.id }))
  const { connectionId } = await pauseNow()
  const call = {
    connectionId,
    reason: reason('connection.call.noReason', { status: 502 }),
    cause: 'unreached',
    wasProbe: false,
  } as const
  const until = await inTime(team.ctx, (tx) => prolongPause(tx, call, Date.now()))
  expect(await runAtOf(other.id)).toBeGreaterThanOrEqual(until)
  expect(await runAtOf(begun.id)).toBeLessThanOrEqual(Date.now())
  await team.runOutbox(begun.id)
  expect((await team.replies(begun.id))[0]).toMatchObject({ delivery: 'unconfirmed' })
  await inTime(team.ctx, (tx) => endProbe(tx, connectionId))
  await team.drain(begun.id, other.id)
})

/** When the outbox of a conversation is looked at next, in epoch ms. */
async function runAtOf(conversationId: string): Promise<number> {
  const [row] = await team.ctx.sql<{ runAt: number }[]>`
    select run_at from graphile_worker.jobs where key = ${`send-replies:${conversationId}`}`
  return row?.runAt ?? Number.NaN
}

test('whoever was to try and has nothing left to send lets the next one try at once', async () => {
  const [broken, given, other] = await takeConversations(3)
  if (!broken || !given || !other) throw new Error('unreachable')
  await team.reply(broken.id, 'fail:502')
  await team.runOutbox(broken.id)
  const { id: messageId } = await team.reply(given.id, 'never mind')
  await team.reply(other.id, 'still wanted')
  await expect
    .poll(async () => ((await pauseNow()).pause?.until ?? 0) < Date.now(), { interval: 50 })
    .toBe(true)
  // While Stella thinks about the call that sends nothing, its writer takes the reply back.
  await team.control('POST', '/faults', { fault: 'slow', ms: 600 })
  const knocking = team.runOutbox(given.id)
  await expect.poll(async () => (await pauseNow()).pause?.probing, { interval: 20 }).toBe(true)
  const place = { conversationId: given.id, messageId }
  await settleReply(team.ctx, team.agent('Ana'), place, { action: 'cancel' })
  await knocking
  expect((await pauseNow()).pause).toMatchObject({ probing: false })
  await team.runOutbox(other.id)
  expect(await phones([given, other])).toEqual([[], ['still wanted']])
})

test('a Stella that never answers the call that sends nothing is found out by a reply now and then', async () => {
  const { connectionId } = await pauseNow()
  const asked: boolean[] = []
  let now = Date.now()
  for (let tries = 1; tries <= 9; tries += 1) {
    const call = { connectionId, reason: 'away', cause: 'unclear', wasProbe: tries > 1 } as const
    now = 1 + (await inTime(team.ctx, (tx) => prolongPause(tx, call, now)))
    const passage = await inTime(team.ctx, (tx) => askPassage(tx, connectionId, now))
    asked.push(passage.kind === 'probe' && passage.knocks)
  }
  expect(asked).toEqual([true, true, true, false, true, true, true, false, true])
  await inTime(team.ctx, (tx) => endProbe(tx, connectionId))
})

test('a rebuild of all this gives the same rows', async () => {
  await team.settle()
  const { tables } = await checkRebuild(team.ctx.sql)
  expect(tables.filter((table) => !table.same)).toEqual([])
})
