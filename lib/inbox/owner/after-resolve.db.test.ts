import { expect, test } from 'vitest'
import { configureChannel } from '@/lib/admin/channel/configure-channel'
import { listSpans } from '@/lib/db/owner/spans'
import {
  channelSettingsSchema,
  type HandBackOnResolve,
} from '@/lib/domain/channel/channel-settings'
import { checkRebuild } from '@/lib/log/rebuild'
import { setStatus } from '../conversation/set-status'
import { testTalk } from '../testing'
import { endIdle } from './end-idle'
import { handBackResolved } from './hand-back-resolved'
import { setLiveChat } from './set-live-chat'

const talk = testTalk()
const MINUTE_MS = 60_000

test('a member who writes after a person resolved the conversation waits for a person, as somebody new', async () => {
  await configure()
  const { id, member } = await talk.takenTalk()
  await setStatus(talk.ctx, talk.agent('Ana'), id, { status: 'resolved' })
  expect(await jobsOf(id)).toEqual([])
  expect(await talk.conversation(id)).toMatchObject({ owner: 'agent', status: 'resolved' })
  const resolvedAt = Date.now()
  await says(member, 'one more thing')
  const waiting = await talk.conversation(id)
  expect(waiting).toMatchObject({ owner: 'waiting', status: 'open', ownerWhy: 'member-returned' })
  expect(waiting.assignee).toBeUndefined()
  expect(Date.parse(waiting.ownerSince ?? '')).toBeGreaterThanOrEqual(resolvedAt)
})

test('who waited when the conversation was resolved waits anew from the moment they write', async () => {
  await configure()
  const { id, member } = await talk.takenTalk()
  await setStatus(talk.ctx, talk.agent('Ana'), id, { status: 'resolved' })
  await says(member, 'hello?')
  const first = await talk.conversation(id)
  await setStatus(talk.ctx, talk.agent('Ben'), id, { status: 'resolved' })
  await says(member, 'hello again?')
  const again = await talk.conversation(id)
  expect(again).toMatchObject({ owner: 'waiting', status: 'open' })
  expect(Date.parse(again.ownerSince ?? '')).toBeGreaterThan(Date.parse(first.ownerSince ?? ''))
  const spans = await listSpans(talk.ctx.sql, id, 100)
  for (const [index, span] of spans.entries())
    expect(span.endedAt).toBe(spans[index + 1]?.startedAt ?? null)
})

test('the member-silent timer gives the conversation back to the bot, which answers the next line', async () => {
  await configure({ memberIdleMinutes: 5 })
  const { id, member } = await talk.takenTalk()
  await talk.reply(id, 'How can I help?')
  await talk.runOutbox(id)
  await talk.settle()
  await endIdle(talk.ctx, id, Date.now() + 6 * MINUTE_MS)
  expect(await jobsOf(id)).toContain('hand-back-resolved')
  await Promise.all([1, 2].map(() => handBackResolved(talk.ctx, id)))
  const left = await talk.conversation(id)
  expect(left).toMatchObject({ owner: 'bot', status: 'resolved', ownerWhy: 'resolved' })
  expect(await liveChatAtStella(member)).toBe(false)
  await says(member, 'Hi')
  expect(await talk.conversation(id)).toMatchObject({ owner: 'bot', status: 'open' })
})

const choices: [HandBackOnResolve, boolean][] = [
  ['always', true],
  ['timer', false],
  ['never', false],
]
test.each(choices)('with “%s” a resolve by a person hands back: %s', async (choice, handsBack) => {
  await configure({ handBackOnResolve: choice })
  const { id } = await talk.takenTalk()
  await setStatus(talk.ctx, talk.agent('Ana'), id, { status: 'resolved' })
  expect(await jobsOf(id)).toEqual(handsBack ? ['hand-back-resolved'] : [])
})

test('what a colleague holds is never given to the bot over their head', async () => {
  await configure({ handBackOnResolve: 'always' })
  const { id } = await talk.takenTalk('Ana')
  await setStatus(talk.ctx, talk.agent('Ben'), id, { status: 'resolved' })
  expect(await jobsOf(id)).toEqual([])
})

test('a conversation that was opened again before the bot got it stays where it is', async () => {
  await configure({ handBackOnResolve: 'always' })
  const { id, member } = await talk.takenTalk()
  await setStatus(talk.ctx, talk.agent('Ana'), id, { status: 'resolved' })
  await setStatus(talk.ctx, talk.agent('Ana'), id, { status: 'open' })
  await handBackResolved(talk.ctx, id)
  expect(await talk.conversation(id)).toMatchObject({ owner: 'agent', status: 'open' })
  expect(await liveChatAtStella(member)).toBe(true)
})

test('a line that came while Stella was being asked is heard by a person', async () => {
  await configure({ handBackOnResolve: 'always' })
  const { id, member } = await talk.takenTalk()
  await setStatus(talk.ctx, talk.agent('Ana'), id, { status: 'resolved' })
  // The answer to the call is late; the member writes meanwhile.
  await talk.control('POST', '/faults', {
    fault: 'slow',
    api: 'live_chat',
    times: 1,
    member,
    ms: 1500,
  })
  const asked = handBackResolved(talk.ctx, id)
  await new Promise((resolve) => setTimeout(resolve, 300))
  await says(member, 'wait!')
  await asked
  expect(await talk.conversation(id)).toMatchObject({ owner: 'waiting', status: 'open' })
  expect(await jobsOf(id)).toContain('stop-bot')
})

test('when Stella refuses, the conversation stays and the member’s next line waits for a person', async () => {
  await configure({ handBackOnResolve: 'always' })
  const { id, member } = await talk.takenTalk()
  await setStatus(talk.ctx, talk.agent('Ana'), id, { status: 'resolved' })
  await talk.control('POST', '/faults', { fault: 'refuse', api: 'live_chat', times: 1, member })
  await handBackResolved(talk.ctx, id)
  expect(await talk.conversation(id)).toMatchObject({ owner: 'agent', liveChat: true })
  await says(member, 'are you there?')
  expect(await talk.conversation(id)).toMatchObject({ owner: 'waiting' })
  await setLiveChat(talk.ctx, talk.agent('Ben'), id, { liveChat: true })
  expect(await talk.conversation(id)).toMatchObject({ owner: 'agent', assignee: { name: 'Ben' } })
})

test('a rebuild from the log gives the same', async () => {
  const check = await checkRebuild(talk.ctx.write)
  expect(check.tables.filter((table) => !table.same)).toEqual([])
})

async function configure(settings: object = {}) {
  const parsed = channelSettingsSchema.parse(settings)
  await configureChannel(talk.ctx, talk.agent('Ana').id, talk.channelId, parsed)
}

async function says(member: string, text: string) {
  await talk.control('POST', '/say', { channel: talk.stellaId, member, text })
  await talk.settle()
}

async function liveChatAtStella(member: string): Promise<boolean> {
  const found = await talk.control('GET', `/members/${member}?channel=${talk.stellaId}`)
  return found.member.botMeta.liveChat
}

const ALWAYS = new Set(['refresh-member', 'tell-closed'])

/** The jobs that wait for a conversation, but those that every new wait brings. */
async function jobsOf(id: string): Promise<string[]> {
  const rows = await talk.ctx.sql<{ key: string }[]>`
    select key from graphile_worker.jobs where key like ${`%:${id}`} order by key`
  return rows.map(({ key }) => key.slice(0, -id.length - 1)).filter((name) => !ALWAYS.has(name))
}
