import { expect, test } from 'vitest'
import { pauseChannel } from '@/lib/admin/channel/change-channel'
import { configureChannel } from '@/lib/admin/channel/configure-channel'
import { listMessages } from '@/lib/db/message/messages'
import { listSpans } from '@/lib/db/owner/spans'
import { channelSettingsSchema } from '@/lib/domain/channel/channel-settings-schema'
import { english } from '@/lib/i18n/catalogues'
import { reason } from '@/lib/i18n/reason'
import { findIdle } from '@/lib/jobs/owner/find-idle'
import { stopBot } from '@/lib/jobs/owner/stop-bot'
import { checkRebuild } from '@/lib/log/rebuild'
import { HAS_LEFT, testTeam } from '../testing'
import { assign } from './assign'
import { endIdle } from './end-idle'
import { setLiveChat } from './set-live-chat'

const team = testTeam()
const MINUTE_MS = 60_000

test('a member who says a keyword waits for a person at once, and the bot is stopped', async () => {
  await configure({ handOverKeywords: ['mensch', '真人'] })
  const { id, member } = await team.newConversation('Guten Tag')
  expect(await team.conversation(id)).toMatchObject({ owner: 'bot' })
  await says(member, 'Ein MENSCH bitte')
  const waiting = await team.conversation(id)
  expect(waiting).toMatchObject({ owner: 'waiting', liveChat: false, ownerWhy: 'member-asked' })
  await stopBot(team.ctx, { conversationId: id })
  const stopped = await team.conversation(id)
  expect(stopped).toMatchObject({ owner: 'waiting', liveChat: true })
  expect(stopped.ownerSince).toBe(waiting.ownerSince)
  expect(await liveChatAtStella(member)).toBe(true)
  expect(await kindsOf(id)).toEqual(['member-asked'])
  await says(member, 'mensch!')
  expect((await team.conversation(id)).ownerSince).toBe(waiting.ownerSince)
  expect(await kindsOf(id)).toEqual(['member-asked'])
})

test('when the bot can’t be stopped people see why, once, and the member still waits', async () => {
  await configure({ handOverKeywords: ['mensch'] })
  const { id, member } = await team.newConversation('mensch')
  await refuses(member, 'live_chat', 2)
  await stopBot(team.ctx, { conversationId: id })
  await stopBot(team.ctx, { conversationId: id })
  const conversation = await team.conversation(id)
  expect(conversation).toMatchObject({ owner: 'waiting', liveChat: false })
  expect(english.say(conversation.botProblem ?? '')).toMatch(/refused/)
  expect(await kindsOf(id)).toEqual(['member-asked', 'bot-not-stopped'])
  const taken = await setLiveChat(team.ctx, team.agent('Ana'), id, { liveChat: true })
  expect(taken).toMatchObject({ owner: 'agent' })
  expect(taken.botProblem).toBeNull()
})

test('a keyword said while an agent answers, or before the conversation was handed back, asks for nothing', async () => {
  await configure({ handOverKeywords: ['mensch'] })
  const { id, member } = await team.takenConversation()
  await says(member, 'du bist ein mensch?')
  expect(await team.conversation(id)).toMatchObject({ owner: 'agent' })
  await setLiveChat(team.ctx, team.agent('Ana'), id, { liveChat: false })
  const at = Date.now() - 10 * MINUTE_MS
  await team.control('POST', '/say', { channel: team.stellaId, member, text: 'mensch', at })
  await team.settle()
  expect(await team.conversation(id)).toMatchObject({ owner: 'bot' })
})

test('handing back at a node lets the bot go on there; a node that Stella refuses is told', async () => {
  const { id, member } = await team.takenConversation()
  await setLiveChat(team.ctx, team.agent('Ana'), id, {
    liveChat: false,
    node: { id: 'tree-shop-track-order', tree: 'tree-shop' },
  })
  await team.settle()
  const { items } = await team.thread(id)
  expect(items.at(-1)).toMatchObject({
    author: 'bot',
    text: expect.stringContaining('order number'),
  })
  expect(await team.conversation(id)).toMatchObject({ owner: 'bot', driftAt: undefined })

  await setLiveChat(team.ctx, team.agent('Ana'), id, { liveChat: true })
  const nowhere = { liveChat: false, node: { id: 'nowhere' } }
  await expect(setLiveChat(team.ctx, team.agent('Ana'), id, nowhere)).rejects.toThrow(
    /Handed back to the bot, but not at nowhere: Node not found/,
  )
  await team.settle()
  expect(await team.conversation(id)).toMatchObject({ owner: 'bot', liveChat: false })
  expect((await kindsOf(id)).slice(-2)).toEqual(['handed-back', 'node-refused'])
  expect(await liveChatAtStella(member)).toBe(false)
})

test('a conversation given to a colleague is theirs; the queue gets back what nobody can answer', async () => {
  const { id, member } = await team.newConversation()
  const [ana, ben] = [team.agent('Ana'), team.agent('Ben')]
  const given = await assign(team.ctx, ana, id, { agentId: ben.id, seenAssigneeId: null })
  expect(given).toMatchObject({ owner: 'agent', assigneeName: 'Ben', ownerWhy: 'assigned' })
  expect(await liveChatAtStella(member)).toBe(true)
  await expect(team.reply(id, 'mine?')).rejects.toThrow(/Ben is answering/)
  await expect(setLiveChat(team.ctx, ana, id, { liveChat: false })).rejects.toThrow(
    /Ben is answering. Take over first/,
  )
  await expect(assign(team.ctx, ana, id, { agentId: ben.id })).rejects.toThrow(/already/)
  await expect(assign(team.ctx, ana, id, { agentId: null })).rejects.toThrow(
    /Ben is answering. Take over first/,
  )
  expect(await team.conversation(id)).toMatchObject({ assignee: { name: 'Ben' } })
  const queued = await assign(team.ctx, ben, id, { agentId: null })
  expect(queued).toMatchObject({ owner: 'waiting', liveChat: true })
  expect(queued.assigneeId).toBeNull()
  await expect(assign(team.ctx, ben, id, { agentId: null })).rejects.toThrow(/isn’t assigned/)
  await expect(assign(team.ctx, ben, id, { agentId: crypto.randomUUID() })).rejects.toThrow(
    /This agent doesn’t exist/,
  )
})

test('of fifty claims of one conversation at once one person wins, and everybody else reads the winner’s name', async () => {
  const { id } = await team.newConversation()
  const claims = Array.from({ length: 50 }, (_, index) => team.agent(index % 2 ? 'Ana' : 'Ben'))
  const results = await Promise.allSettled(
    claims.map((agent) =>
      setLiveChat(team.ctx, agent, id, { liveChat: true, seenAssigneeId: null }),
    ),
  )
  const winner = (await team.conversation(id)).assignee?.name
  const ends = results.map((result, index) =>
    result.status === 'fulfilled' ? `${claims[index]?.name} won` : String(result.reason),
  )
  for (const end of ends)
    expect(end).toMatch(new RegExp(`^${winner} won$|${winner} has taken over this conversation`))
  expect(ends).toContain(`${winner} won`)
  await expectSoundSpans(id)
})

test('of many who give the same conversation away at once one wins, and the others read the winner’s name', async () => {
  const { id } = await team.newConversation()
  const [ana, ben] = [team.agent('Ana'), team.agent('Ben')]
  const tries = Array.from({ length: 10 }, (_, index) => (index % 2 ? ana : ben))
  const results = await Promise.allSettled(
    tries.map((actor) =>
      assign(team.ctx, actor, id, {
        agentId: actor.id === ana.id ? ben.id : ana.id,
        seenAssigneeId: null,
      }),
    ),
  )
  const { assignee } = await team.conversation(id)
  expect(results.filter((result) => result.status === 'fulfilled').length).toBeGreaterThan(0)
  for (const result of results)
    if (result.status === 'rejected')
      expect(String(result.reason)).toMatch(/(Ana|Ben) (has taken|is answering)/)
  expect(assignee).toBeDefined()
  await expectSoundSpans(id)
})

test('the bot against an agent raises one alarm; a re-read tells the truth, and it is not repeated', async () => {
  const { id, member } = await team.takenConversation()
  await botFlips(member, false)
  await says(member, 'anyone?')
  const alarmed = await team.conversation(id)
  expect(alarmed.driftAt).toBeDefined()
  await botFlips(member, true)
  await team.refresh(id)
  expect(await team.conversation(id)).toMatchObject({ owner: 'agent', driftAt: alarmed.driftAt })
  await botFlips(member, false)
  await says(member, 'hello?')
  expect((await kindsOf(id)).filter((kind) => kind === 'bot-spoke')).toHaveLength(1)
  await team.refresh(id)
  const after = await team.conversation(id)
  expect(after).toMatchObject({ owner: 'bot', ownerWhy: 'bot-took-back', driftAt: undefined })
  expect((await kindsOf(id)).at(-1)).toBe('bot-took-back')
})

test('fail:bot-speaks: a line of the bot alone raises the alarm, and a read leaves the conversation with its agent', async () => {
  const { id, member } = await team.takenConversation()
  await says(member, 'anyone? fail:bot-speaks')
  expect((await team.conversation(id)).driftAt).toBeDefined()
  await team.refresh(id)
  expect(await team.conversation(id)).toMatchObject({ owner: 'agent', liveChat: true })
  expect(await kindsOf(id)).not.toContain('bot-took-back')
})

test('fail:bot-takes-back: the bot ends the agent’s ownership, and only a read can tell', async () => {
  const { id, member } = await team.takenConversation()
  await says(member, 'anyone? fail:bot-takes-back')
  expect(await team.conversation(id)).toMatchObject({ owner: 'agent' })
  expect(await liveChatAtStella(member)).toBe(false)
  await team.refresh(id)
  expect(await team.conversation(id)).toMatchObject({ owner: 'bot', ownerWhy: 'bot-took-back' })
  await expect(team.reply(id, 'Am I still here?')).rejects.toThrow(/bot is answering/i)
})

test('a silent agent’s conversation goes back to the bot once, and the member is told once', async () => {
  await configure({ agentIdleMinutes: 10, agentIdleText: 'The assistant is back.' })
  const { id, member } = await team.takenConversation()
  await says(member, 'hello?')
  await endIdle(team.ctx, id, Date.now() + 9 * MINUTE_MS)
  expect(await team.conversation(id)).toMatchObject({ owner: 'agent' })
  const later = Date.now() + 11 * MINUTE_MS
  expect(await findIdle(team.ctx, later)).toBeGreaterThan(0)
  await Promise.all([1, 2, 3].map(() => endIdle(team.ctx, id, later)))
  expect(await team.conversation(id)).toMatchObject({ owner: 'bot', ownerWhy: 'agent-idle' })
  expect(await liveChatAtStella(member)).toBe(false)
  await team.runOutbox(id)
  await team.settle()
  expect(await team.phone(member)).toEqual(['The assistant is back.'])
  const [goodbye] = await team.replies(id)
  expect(goodbye).toMatchObject({
    author: 'agent',
    text: 'The assistant is back.',
    delivery: HAS_LEFT,
  })
  expect(goodbye?.agent).toBeUndefined()
  expect((await kindsOf(id)).at(-1)).toBe('idle-handed-back')
})

test('a timer’s text goes into the bot’s conversation, however late; where a person has come meanwhile it is given up', async () => {
  await configure({ agentIdleMinutes: 10, agentIdleText: 'The assistant is back.' })
  const later = Date.now() + 11 * MINUTE_MS
  const idleConversation = async () => {
    const started = await team.takenConversation()
    await says(started.member, 'hello?')
    await endIdle(team.ctx, started.id, later)
    return started
  }
  const overtaken = await idleConversation()
  await setLiveChat(team.ctx, team.agent('Ben'), overtaken.id, { liveChat: true })
  const bots = await idleConversation()
  for (const { id } of [overtaken, bots]) await team.runOutbox(id)
  await team.settle()
  expect(await team.phone(bots.member)).toEqual(['The assistant is back.'])
  expect(await team.phone(overtaken.member)).toEqual([])
  expect((await team.replies(overtaken.id)).at(-1)).toMatchObject({
    delivery: 'failed',
    error: reason('reply.failed.overtaken'),
  })
  // What a person wrote for now, and only had to wait, still goes after they handed back (decision 0014).
  const { id, member } = await team.takenConversation()
  await team.reply(id, 'Goodbye')
  await setLiveChat(team.ctx, team.agent('Ana'), id, { liveChat: false })
  await team.runOutbox(id)
  expect(await team.phone(member)).toEqual(['Goodbye'])
})

test('on a paused channel, and outside the window, a timer hands back and says nothing', async () => {
  await configure({ agentIdleMinutes: 10, agentIdleText: 'The assistant is back.' })
  const { id, member } = await team.takenConversation()
  await says(member, 'hello?')
  const nobody = '00000000-0000-4000-8000-000000000000'
  await pauseChannel(team.ctx, nobody, team.channelId, true)
  await endIdle(team.ctx, id, Date.now() + 11 * MINUTE_MS)
  await pauseChannel(team.ctx, nobody, team.channelId, false)
  expect(await team.conversation(id)).toMatchObject({ owner: 'bot', ownerWhy: 'agent-idle' })
  expect(await team.replies(id)).toEqual([])

  const late = await team.takenConversation()
  await says(late.member, 'hello?')
  await endIdle(team.ctx, late.id, Date.now() + 25 * 60 * MINUTE_MS)
  expect(await team.conversation(late.id)).toMatchObject({ owner: 'bot' })
  expect(await team.replies(late.id)).toEqual([])
})

test('a member who wrote nothing after us is resolved, told once, and opens the conversation again by writing', async () => {
  await configure({ memberIdleMinutes: 5, memberIdleText: 'We close this for now.' })
  const { id, member } = await team.takenConversation()
  await team.reply(id, 'How can I help?')
  await team.runOutbox(id)
  await team.settle()
  await endIdle(team.ctx, id, Date.now() + 4 * MINUTE_MS)
  expect(await team.conversation(id)).toMatchObject({ status: 'open' })
  const later = Date.now() + 6 * MINUTE_MS
  await Promise.all([1, 2].map(() => endIdle(team.ctx, id, later)))
  await team.runOutbox(id)
  await team.settle()
  expect(await team.conversation(id)).toMatchObject({ status: 'resolved', owner: 'agent' })
  expect(await team.phone(member)).toEqual(['How can I help?', 'We close this for now.'])
  await says(member, 'sorry, I was away')
  expect(await team.conversation(id)).toMatchObject({ status: 'open', owner: 'waiting' })
})

test('when Stella refuses the idle hand-back nothing is said and nothing changes', async () => {
  await configure({ agentIdleMinutes: 1, agentIdleText: 'Bye' })
  const { id, member } = await team.takenConversation()
  await refuses(member, 'live_chat', 1)
  await expect(endIdle(team.ctx, id, Date.now() + 2 * MINUTE_MS)).rejects.toThrow(/refused/)
  expect(await team.conversation(id)).toMatchObject({ owner: 'agent' })
  expect(await team.replies(id)).toEqual([])
})

test('every stretch of every conversation joins the next, and a rebuild gives the same', async () => {
  const rows = await team.ctx.sql<{ id: string }[]>`select id from conversations`
  for (const { id } of rows) await expectSoundSpans(id)
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

function botFlips(member: string, liveChat: boolean) {
  const channel = team.stellaId
  return team.control('PUT', `/members/${member}/live-chat`, { channel, liveChat })
}

function refuses(member: string, api: string, times: number) {
  return team.control('POST', '/faults', { fault: 'refuse', api, times, member })
}

async function liveChatAtStella(member: string): Promise<boolean> {
  const found = await team.control('GET', `/members/${member}?channel=${team.stellaId}`)
  return found.member.botMeta.liveChat
}

async function kindsOf(id: string) {
  const { activities } = await listMessages(team.ctx.sql, id)
  return activities.map((activity) => activity.kind)
}

async function expectSoundSpans(id: string) {
  const spans = await listSpans(team.ctx.sql, id, 1_000)
  const { owner, assignee } = await team.conversation(id)
  for (const [index, span] of spans.entries()) {
    expect(span.place).toBe(index)
    expect(span.endedAt).toBe(spans[index + 1]?.startedAt ?? null)
  }
  expect(spans.at(-1)).toMatchObject({ owner, agentId: assignee?.id ?? null, endedAt: null })
}
