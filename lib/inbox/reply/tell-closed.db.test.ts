import { expect, test } from 'vitest'
import { configureChannel } from '@/lib/admin/channel/configure-channel'
import { channelSettingsSchema } from '@/lib/domain/channel/channel-settings'
import { opensNextAt } from '@/lib/domain/channel/opening-hours'
import { checkRebuild } from '@/lib/log/rebuild'
import { setStatus } from '../conversation/set-status'
import { endIdle } from '../owner/end-idle'
import { HAS_LEFT, testTalk } from '../testing'
import { tellClosed } from './tell-closed'

const talk = testTalk()
const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const CLOSED = 'We are closed until tomorrow.'

/** Open for a quarter of an hour a week, three days from now: closed now, whenever the tests run. */
const hours = {
  timeZone: 'UTC',
  spans: [{ day: new Date(Date.now() + 3 * DAY_MS).getUTCDay(), from: '12:00', to: '12:15' }],
}

test('who begins to wait outside the hours is told once, by whichever process is first', async () => {
  await configure({ openingHours: hours, closedText: CLOSED, handOverKeywords: ['mensch'] })
  const { id, member } = await talk.newTalk('Hello')
  expect(await asksToTell(id)).toBe(false)
  await says(member, 'mensch')
  expect(await talk.conversation(id)).toMatchObject({ owner: 'waiting' })
  expect(await asksToTell(id)).toBe(true)
  await Promise.all([1, 2, 3].map(() => tellClosed(talk.ctx, id, Date.now())))
  await talk.runOutbox(id)
  await talk.settle()
  expect(await talk.phone(member)).toEqual([CLOSED])
  const [told] = await talk.replies(id)
  expect(told).toMatchObject({ author: 'agent', text: CLOSED, delivery: HAS_LEFT })
  expect(told?.agent).toBeUndefined()
  await says(member, 'hello?')
  await tellClosed(talk.ctx, id, Date.now() + 30 * MINUTE_MS)
  expect(await talk.replies(id)).toHaveLength(1)
})

test('at the next closing the member is told again; while it is open, and to the bot’s members, nothing is said', async () => {
  await configure({ openingHours: hours, closedText: CLOSED, handOverKeywords: ['mensch'] })
  const { id, member } = await talk.newTalk('Hello')
  await tellClosed(talk.ctx, id, Date.now())
  expect(await talk.replies(id)).toHaveLength(0)
  await says(member, 'mensch')
  const opens = opensNextAt(hours, Date.now()) ?? 0
  // Beyond the reply window of this platform nothing could be said.
  await talk.ctx.sql`update channels set platform = 'web' where id = ${talk.channelId}`
  await tellClosed(talk.ctx, id, opens + MINUTE_MS)
  expect(await talk.replies(id)).toHaveLength(0)
  await tellClosed(talk.ctx, id, opens - MINUTE_MS)
  expect(await talk.replies(id)).toHaveLength(1)
  await tellClosed(talk.ctx, id, opens + DAY_MS)
  expect(await talk.replies(id)).toHaveLength(2)
  await talk.ctx.sql`update channels set platform = 'whatsapp' where id = ${talk.channelId}`
})

test('a member of an agent who went home is told; of one who writes, nothing', async () => {
  await configure({ openingHours: hours, closedText: CLOSED })
  const away = await talk.takenTalk()
  await says(away.member, 'are you there?')
  expect(await asksToTell(away.id)).toBe(true)
  await tellClosed(talk.ctx, away.id, Date.now())
  expect(await textsOf(away.id)).toEqual([CLOSED])

  const there = await talk.takenTalk()
  await talk.reply(there.id, 'I am here')
  await says(there.member, 'good')
  await tellClosed(talk.ctx, there.id, Date.now())
  expect(await textsOf(there.id)).toEqual(['I am here'])
})

test('where the workspace has no text for it, or the platform takes none, nothing is said', async () => {
  await configure({ openingHours: hours, handOverKeywords: ['mensch'] })
  const { id } = await talk.newTalk('mensch')
  await tellClosed(talk.ctx, id, Date.now())
  await configure({ openingHours: hours, closedText: CLOSED, handOverKeywords: ['mensch'] })
  await tellClosed(talk.ctx, id, Date.now() + 2 * DAY_MS)
  expect(await talk.replies(id)).toEqual([])
  await setStatus(talk.ctx, talk.agent('Ana'), id, { status: 'resolved' })
  await tellClosed(talk.ctx, id, Date.now())
  expect(await talk.replies(id)).toEqual([])
})

test('the timer of a silent agent rests while it is closed', async () => {
  await configure({ openingHours: hours, agentIdleMinutes: 10 })
  const { id, member } = await talk.takenTalk()
  await says(member, 'hello?')
  await endIdle(talk.ctx, id, Date.now() + DAY_MS)
  expect(await talk.conversation(id)).toMatchObject({ owner: 'agent' })
  const opens = opensNextAt(hours, Date.now()) ?? 0
  await endIdle(talk.ctx, id, opens + 9 * MINUTE_MS)
  expect(await talk.conversation(id)).toMatchObject({ owner: 'agent' })
  await endIdle(talk.ctx, id, opens + 11 * MINUTE_MS)
  expect(await talk.conversation(id)).toMatchObject({ owner: 'bot', ownerWhy: 'agent-idle' })
})

test('a rebuild from the log gives the same', async () => {
  const check = await checkRebuild(talk.ctx.write)
  expect(check.tables.filter((table) => !table.same)).toEqual([])
})

async function configure(settings: object) {
  const parsed = channelSettingsSchema.parse(settings)
  await configureChannel(talk.ctx, talk.agent('Ana').id, talk.channelId, parsed)
}

async function says(member: string, text: string) {
  await talk.control('POST', '/say', { channel: talk.stellaId, member, text })
  await talk.settle()
}

async function textsOf(id: string) {
  return (await talk.replies(id)).map(({ text }) => text)
}

async function asksToTell(id: string): Promise<boolean> {
  const rows = await talk.ctx.sql`
    select 1 from graphile_worker.jobs where key = ${`tell-closed:${id}`}`
  return rows.length > 0
}
