import { expect, test } from 'vitest'
import { configureChannel } from '@/lib/admin/channel/configure-channel'
import { listSpans } from '@/lib/db/owner/spans'
import type { HandBackOnResolve } from '@/lib/domain/channel/channel-options'
import { channelSettingsSchema } from '@/lib/domain/channel/channel-settings-schema'
import { checkRebuild } from '@/lib/log/rebuild'
import { setStatus } from '../conversation/set-status'
import { testTeam } from '../testing'
import { endIdle } from './end-idle'
import { handBackResolved } from './hand-back-resolved'
import { setLiveChat } from './set-live-chat'

const team = testTeam()
const MINUTE_MS = 60_000

test('a member who writes after a person resolved the conversation waits for a person, as somebody new', async () => {
  await configure()
  const { id, member } = await team.takenConversation()
  await setStatus(team.ctx, team.agent('Ana'), id, { status: 'resolved' })
  expect(await jobsOf(id)).toEqual([])
  expect(await team.conversation(id)).toMatchObject({ owner: 'agent', status: 'resolved' })
  const resolvedAt = Date.now()
  await says(member, 'one more thing')
  const waiting = await team.conversation(id)
  expect(waiting).toMatchObject({ owner: 'waiting', status: 'open', ownerWhy: 'member-returned' })
  expect(waiting.assignee).toBeUndefined()
  expect(Date.parse(waiting.ownerSince ?? '')).toBeGreaterThanOrEqual(resolvedAt)
})

test('who waited when the conversation was resolved waits anew from the moment they write', async () => {
  await configure()
  const { id, member } = await team.takenConversation()
  await setStatus(team.ctx, team.agent('Ana'), id, { status: 'resolved' })
  await says(member, 'hello?')
  const first = await team.conversation(id)
  await setStatus(team.ctx, team.agent('Ben'), id, { status: 'resolved' })
  await says(member, 'hello again?')
  const again = await team.conversation(id)
  expect(again).toMatchObject({ owner: 'waiting', status: 'open' })
  expect(Date.parse(again.ownerSince ?? '')).toBeGreaterThan(Date.parse(first.ownerSince ?? ''))
  const spans = await listSpans(team.ctx.sql, id, 100)
  for (const [index, span] of spans.entries())
    expect(span.endedAt).toBe(spans[index + 1]?.startedAt ?? null)
})

test('the member-silent timer gives the conversation back to the bot, which answers the next line', async () => {
  await configure({ memberIdleMinutes: 5 })
  const { id, member } = await team.takenConversation()
  await team.reply(id, 'How can I help?')
  await team.runOutbox(id)
  await team.settle()
  await endIdle(team.ctx, id, Date.now() + 6 * MINUTE_MS)
  expect(await jobsOf(id)).toContain('hand-back-resolved')
  await Promise.all([1, 2].map(() => handBackResolved(team.ctx, id)))
  const left = await team.conversation(id)
  expect(left).toMatchObject({ owner: 'bot', status: 'resolved', ownerWhy: 'resolved' })
  expect(await liveChatAtStella(member)).toBe(false)
  await says(member, 'Hi')
  expect(await team.conversation(id)).toMatchObject({ owner: 'bot', status: 'open' })
})

const choices: [HandBackOnResolve, boolean][] = [
  ['always', true],
  ['timer', false],
  ['never', false],
]
test.each(choices)('with “%s” a resolve by a person hands back: %s', async (choice, handsBack) => {
  await configure({ handBackOnResolve: choice })
  const { id } = await team.takenConversation()
  await setStatus(team.ctx, team.agent('Ana'), id, { status: 'resolved' })
  expect(await jobsOf(id)).toEqual(handsBack ? ['hand-back-resolved'] : [])
})

test('what a colleague holds is never given to the bot over their head', async () => {
  await configure({ handBackOnResolve: 'always' })
  const { id } = await team.takenConversation('Ana')
  await setStatus(team.ctx, team.agent('Ben'), id, { status: 'resolved' })
  expect(await jobsOf(id)).toEqual([])
})

test('a conversation that was opened again before the bot got it stays where it is', async () => {
  await configure({ handBackOnResolve: 'always' })
  const { id, member } = await team.takenConversation()
  await setStatus(team.ctx, team.agent('Ana'), id, { status: 'resolved' })
  await setStatus(team.ctx, team.agent('Ana'), id, { status: 'open' })
  await handBackResolved(team.ctx, id)
  expect(await team.conversation(id)).toMatchObject({ owner: 'agent', status: 'open' })
  expect(await liveChatAtStella(member)).toBe(true)
})

test('a line that came while Stella was being asked is heard by a person', async () => {
  await configure({ handBackOnResolve: 'always' })
  const { id, member } = await team.takenConversation()
  await setStatus(team.ctx, team.agent('Ana'), id, { status: 'resolved' })
  // The answer to the call is late; the member writes meanwhile.
  await team.control('POST', '/faults', {
    fault: 'slow',
    api: 'live_chat',
    times: 1,
    member,
    ms: 1500,
  })
  const asked = handBackResolved(team.ctx, id)
  await new Promise((resolve) => setTimeout(resolve, 300))
  await says(member, 'wait!')
  await asked
  expect(await team.conversation(id)).toMatchObject({ owner: 'waiting', status: 'open' })
  expect(await jobsOf(id)).toContain('stop-bot')
})

test('when Stella refuses, the conversation stays and the member’s next line waits for a person', async () => {
  await configure({ handBackOnResolve: 'always' })
  const { id, member } = await team.takenConversation()
  await setStatus(team.ctx, team.agent('Ana'), id, { status: 'resolved' })
  await team.control('POST', '/faults', { fault: 'refuse', api: 'live_chat', times: 1, member })
  await handBackResolved(team.ctx, id)
  expect(await team.conversation(id)).toMatchObject({ owner: 'agent', liveChat: true })
  await says(member, 'are you there?')
  expect(await team.conversation(id)).toMatchObject({ owner: 'waiting' })
  await setLiveChat(team.ctx, team.agent('Ben'), id, { liveChat: true })
  expect(await team.conversation(id)).toMatchObject({ owner: 'agent', assignee: { name: 'Ben' } })
})

test('a rebuild from the log gives the same', async () => {
  const check = await checkRebuild(team.ctx.write)
  expect(check.tables.filter((table) => !table.same)).toEqual([])
})

async function configure(settings: object = {}) {
  const parsed = channelSettingsSchema.parse(settings)
  await configureChannel(team.ctx, team.agent('Ana').id, team.channelId, parsed)
}

async function says(member: string, text: string) {
  await team.control('POST', '/say', { channel: team.stellaId, member, text })
  await team.settle()
}

async function liveChatAtStella(member: string): Promise<boolean> {
  const found = await team.control('GET', `/members/${member}?channel=${team.stellaId}`)
  return found.member.botMeta.liveChat
}

const ALWAYS = new Set(['refresh-member', 'tell-closed'])

/** The jobs that wait for a conversation, but those that every new wait brings. */
async function jobsOf(id: string): Promise<string[]> {
  const rows = await team.ctx.sql<{ key: string }[]>`
    select key from graphile_worker.jobs where key like ${`%:${id}`} order by key`
  return rows.map(({ key }) => key.slice(0, -id.length - 1)).filter((name) => !ALWAYS.has(name))
}
