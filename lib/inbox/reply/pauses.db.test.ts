import { expect, test } from 'vitest'
import { findPause, noteRest } from '@/lib/db/channel/connection-pauses'
import { listOutages, listOutbox } from '@/lib/db/reply/outbox'
import { english } from '@/lib/i18n/catalogues'
import { inTime } from '@/lib/log/turn'
import { settleMany } from '../conversation/settle-many'
import { testTeam } from '../testing'
import { askPassage, endProbe, isReplysTurn, prolongPause, toWaitMs } from './pauses'

const team = testTeam()

async function connectionId(): Promise<string> {
  const [row] = await team.ctx.sql<{ connectionId: string }[]>`
    select connection_id from channels where id = ${team.channelId}`
  return row?.connectionId ?? ''
}

const kinds = async () => {
  const rows = await team.ctx.sql<{ kind: string }[]>`
    select kind from events where kind like 'connection.%ed' and kind <> 'connection.added' order by id`
  return rows.map((row) => row.kind)
}

test('when Stella asks us to slow down, the whole connection waits; one reply tries, then all go, in order', async () => {
  const conversations = [
    await team.takenConversation(),
    await team.takenConversation(),
    await team.takenConversation(),
  ]
  await team.control('POST', '/faults', { fault: '503', times: 2 })
  for (const { id } of conversations) for (const text of ['one', 'two']) await team.reply(id, text)
  const runAll = () => Promise.all(conversations.map(({ id }) => team.runOutbox(id)))
  await team.runOutbox(conversations[0]?.id ?? '')
  const [outage] = await listOutages(team.ctx.sql)
  expect(outage).toMatchObject({
    reason: 'The platform is busy. (503)',
    waiting: 6,
    channelIds: [team.channelId],
    probing: false,
  })
  const before = await attempts()
  await lasts('1 minute')
  await runAll()
  expect(await attempts(), 'nobody else knocks while it lasts').toBe(before)
  await lasts('1 second')
  const phones = () => Promise.all(conversations.map(({ member }) => team.phone(member)))
  await expect
    .poll(async () => runAll().then(phones), { timeout: 20_000, interval: 200 })
    .toEqual(conversations.map(() => ['one', 'two']))
  expect(await listOutages(team.ctx.sql)).toEqual([])
  expect(await kinds()).toEqual(['connection.paused', 'connection.resumed'])
  // Six replies and two calls that were turned away: while one tried, nobody else did.
  expect(await attempts()).toBe(8)
})

/** However slow the machine is: the pause ends so long from now. */
async function lasts(interval: string) {
  await team.ctx.sql`update connection_pauses set until = now() + ${interval}::interval`
}

async function attempts(): Promise<number> {
  const [row] = await team.ctx.sql<{ count: number }[]>`
    select count(*) as count from events where kind = 'reply.attempted'`
  return row?.count ?? 0
}

test('of many who ask after a pause one tries; who dies trying keeps the others waiting half a minute at most', async () => {
  const id = await connectionId()
  const now = Date.now()
  const call = { connectionId: id, reason: 'away', cause: 'unreached', wasProbe: false } as const
  const until = await inTime(team.ctx, (tx) => prolongPause(tx, call, now))
  const ask = (at: number) => inTime(team.ctx, (tx) => askPassage(tx, id, at))
  expect((await ask(until - 1)).kind).toBe('closed')
  const asked = await Promise.all(Array.from({ length: 6 }, () => ask(until + 1)))
  expect(asked.filter(({ kind }) => kind === 'probe')).toHaveLength(1)
  expect(asked.filter(({ kind }) => kind === 'closed')).toHaveLength(5)
  expect((await ask(until + 30_000)).kind).toBe('probe')
  await inTime(team.ctx, (tx) => endProbe(tx, id))
  expect((await ask(until + 30_001)).kind).toBe('open')
})

test('calls under way when the pause began don’t make it longer; the one that tries does', async () => {
  const id = await connectionId()
  const now = Date.now()
  const away = { connectionId: id, reason: 'away', cause: 'unreached' } as const
  const fail = (wasProbe: boolean) =>
    inTime(team.ctx, (tx) => prolongPause(tx, { ...away, wasProbe }, now))
  for (let call = 0; call < 10; call += 1) await fail(false)
  expect(await findPause(team.ctx.sql, id)).toMatchObject({ tries: 1 })
  await fail(true)
  expect(await findPause(team.ctx.sql, id)).toMatchObject({ tries: 2 })
  await inTime(team.ctx, (tx) => endProbe(tx, id))
})

test('a used-up limit is a rest without a banner and without a probe, and never shorter for a later word', async () => {
  const id = await connectionId()
  const before = Date.now()
  await noteRest(team.ctx.sql, id)(1_000)
  await noteRest(team.ctx.sql, id)(10)
  const ask = (at: number) => inTime(team.ctx, (tx) => askPassage(tx, id, at))
  expect((await ask(before + 900)).kind).toBe('closed')
  expect(await listOutages(team.ctx.sql)).toEqual([])
  expect((await ask(Date.now() + 1_001)).kind).toBe('open')
  expect(await findPause(team.ctx.sql, id)).toBeUndefined()
})

test('waits are what Stella asks for, else double up to a minute, with up to a fifth on top', () => {
  for (let round = 0; round < 50; round += 1) {
    expect(toWaitMs(1, 'busy', 7_000)).toSatisfy((ms: number) => ms >= 7_000 && ms <= 8_400)
    expect(toWaitMs(1, 'unreached')).toSatisfy((ms: number) => ms >= 2_000 && ms <= 2_400)
    expect(toWaitMs(1, 'unclear')).toSatisfy((ms: number) => ms >= 500 && ms <= 600)
    expect(toWaitMs(30, 'unclear')).toSatisfy((ms: number) => ms >= 60_000 && ms <= 72_000)
  }
})

test('in an hour of trouble five replies at most are risked to find out that it is over', () => {
  let at = 0
  const risked: number[] = []
  for (let tries = 1; at < 3_600_000; tries += 1) {
    at += toWaitMs(tries, 'unclear')
    if (isReplysTurn(tries)) risked.push(tries)
  }
  expect(risked).toEqual([4, 8, 16, 32])
})

test('supervisors see what failed and what is unconfirmed, and settle many at once; what can’t be done says why', async () => {
  const { id, member } = await team.takenConversation()
  const refused = await team.reply(id, 'fail:refuse')
  const unclear = await team.reply(id, 'fail:502')
  await team.runOutbox(id)
  const supervisor = { ...team.agent('Ben'), role: 'supervisor' as const }
  const list = async (state: 'failed' | 'unconfirmed') =>
    (await listOutbox(team.ctx.sql, { state })).items.map((item) => item.message.id)
  expect(await list('failed')).toContain(refused.id)
  expect(await list('unconfirmed')).toEqual([unclear.id])
  const page = await listOutbox(team.ctx.sql, { state: 'failed' })
  expect(page.counts).toMatchObject({ failed: 1, unconfirmed: 1, scheduled: 0 })
  expect(page.items[0]).toMatchObject({ channel: { platform: 'whatsapp' } })

  const ids = [refused.id, unclear.id, id]
  const again = await settleMany(team.ctx, supervisor, { action: 'send-again', messageIds: ids })
  expect(again.done).toEqual([refused.id])
  expect(again.refused.map(({ reason }) => english.say(reason))).toEqual([
    expect.stringMatching(/may still confirm/),
    expect.any(String),
  ])
  await team.drain(id)
  await settleMany(team.ctx, supervisor, { action: 'cancel', messageIds: [refused.id] })
  await settleMany(team.ctx, supervisor, { action: 'arrived', messageIds: [unclear.id] })
  expect(await list('failed')).toEqual([])
  expect(await list('unconfirmed')).toEqual([])
  expect(await team.phone(member)).toEqual([])
})
