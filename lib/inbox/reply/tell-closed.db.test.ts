import { expect, test } from 'vitest'
import { configureChannel } from '@/lib/admin/channel/configure-channel'
import { channelSettingsSchema } from '@/lib/domain/channel/channel-settings-schema'
import { opensNextAt } from '@/lib/domain/channel/opening-hours'
import { record } from '@/lib/log/fold'
import { checkRebuild } from '@/lib/log/rebuild'
import { setStatus } from '../conversation/set-status'
import { endIdle } from '../owner/end-idle'
import { HAS_LEFT, testTeam } from '../testing'
import { tellClosed } from './tell-closed'

const team = testTeam()
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
  const { id, member } = await team.newConversation('Hello')
  expect(await asksToTell(id)).toBe(false)
  await says(member, 'mensch')
  expect(await team.conversation(id)).toMatchObject({ owner: 'waiting' })
  expect(await asksToTell(id)).toBe(true)
  await Promise.all([1, 2, 3].map(() => tellClosed(team.ctx, id, Date.now())))
  await team.runOutbox(id)
  await team.settle()
  expect(await team.phone(member)).toEqual([CLOSED])
  const [sent] = await team.replies(id)
  expect(sent).toMatchObject({ author: 'agent', text: CLOSED, delivery: HAS_LEFT })
  expect(sent?.agent).toBeUndefined()
  await says(member, 'hello?')
  await tellClosed(team.ctx, id, Date.now() + 30 * MINUTE_MS)
  expect(await team.replies(id)).toHaveLength(1)
})

test('at the next closing the member is told again; while it is open, and to the bot’s members, nothing is said', async () => {
  await configure({ openingHours: hours, closedText: CLOSED, handOverKeywords: ['mensch'] })
  const { id, member } = await team.newConversation('Hello')
  await tellClosed(team.ctx, id, Date.now())
  expect(await team.replies(id)).toHaveLength(0)
  await says(member, 'mensch')
  const opens = opensNextAt(hours, Date.now()) ?? 0
  // Beyond the reply window of this platform nothing could be said.
  await team.ctx.sql`update channels set platform = 'web' where id = ${team.channelId}`
  await tellClosed(team.ctx, id, opens + MINUTE_MS)
  expect(await team.replies(id)).toHaveLength(0)
  await tellClosed(team.ctx, id, opens - MINUTE_MS)
  expect(await team.replies(id)).toHaveLength(1)
  await tellClosed(team.ctx, id, opens + DAY_MS)
  expect(await team.replies(id)).toHaveLength(2)
  await team.ctx.sql`update channels set platform = 'whatsapp' where id = ${team.channelId}`
})

test('the member is told in the language that Stella knows of them', async () => {
  const closedText = [
    { language: 'en', text: CLOSED },
    { language: 'zh-HK', text: '我們明天再見。' },
  ]
  await configure({ openingHours: hours, closedText, handOverKeywords: ['mensch'] })
  const { id, member } = await team.newConversation('Hello')
  await says(member, 'mensch')
  await team.ctx.sql.begin((tx) =>
    record(tx, {
      type: 'member.read',
      conversationId: id,
      asOf: Date.now(),
      member: { stellaId: `stella-${member}`, liveChat: true, locale: 'zh_TW', tags: [] },
    }),
  )
  await tellClosed(team.ctx, id, Date.now())
  expect(await team.replies(id)).toMatchObject([{ text: '我們明天再見。' }])
})

test('a member of an agent who went home is told; of one who writes, nothing', async () => {
  await configure({ openingHours: hours, closedText: CLOSED })
  const away = await team.takenConversation()
  await says(away.member, 'are you there?')
  expect(await asksToTell(away.id)).toBe(true)
  await tellClosed(team.ctx, away.id, Date.now())
  expect(await textsOf(away.id)).toEqual([CLOSED])

  const there = await team.takenConversation()
  await team.reply(there.id, 'I am here')
  await says(there.member, 'good')
  await tellClosed(team.ctx, there.id, Date.now())
  expect(await textsOf(there.id)).toEqual(['I am here'])
})

test('where the workspace has no text for it, or the platform takes none, nothing is said', async () => {
  await configure({ openingHours: hours, handOverKeywords: ['mensch'] })
  const { id } = await team.newConversation('mensch')
  await tellClosed(team.ctx, id, Date.now())
  await configure({ openingHours: hours, closedText: CLOSED, handOverKeywords: ['mensch'] })
  await tellClosed(team.ctx, id, Date.now() + 2 * DAY_MS)
  expect(await team.replies(id)).toEqual([])
  await setStatus(team.ctx, team.agent('Ana'), id, { status: 'resolved' })
  await tellClosed(team.ctx, id, Date.now())
  expect(await team.replies(id)).toEqual([])
})

test('the timer of a silent agent rests while it is closed', async () => {
  await configure({ openingHours: hours, agentIdleMinutes: 10 })
  const { id, member } = await team.takenConversation()
  await says(member, 'hello?')
  await endIdle(team.ctx, id, Date.now() + DAY_MS)
  expect(await team.conversation(id)).toMatchObject({ owner: 'agent' })
  const opens = opensNextAt(hours, Date.now()) ?? 0
  await endIdle(team.ctx, id, opens + 9 * MINUTE_MS)
  expect(await team.conversation(id)).toMatchObject({ owner: 'agent' })
  await endIdle(team.ctx, id, opens + 11 * MINUTE_MS)
  expect(await team.conversation(id)).toMatchObject({ owner: 'bot', ownerWhy: 'agent-idle' })
})

test('a rebuild from the log gives the same', async () => {
  const check = await checkRebuild(team.ctx.write)
  expect(check.tables.filter((table) => !table.same)).toEqual([])
})

async function configure(settings: object) {
  const parsed = channelSettingsSchema.parse(settings)
  await configureChannel(team.ctx, team.agent('Ana').id, team.channelId, parsed)
}

async function says(member: string, text: string) {
  await team.control('POST', '/say', { channel: team.stellaId, member, text })
  await team.settle()
}

async function textsOf(id: string) {
  return (await team.replies(id)).map(({ text }) => text)
}

async function asksToTell(id: string): Promise<boolean> {
  const rows = await team.ctx.sql`
    select 1 from graphile_worker.jobs where key = ${`tell-closed:${id}`}`
  return rows.length > 0
}
