import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { listConversations } from '@/lib/db/conversation/conversations'
import { listMessages } from '@/lib/db/message/messages'
import { toOrderText } from '@/lib/domain/conversation/order'
import { english } from '@/lib/i18n/catalogues'
import { reason } from '@/lib/i18n/reason'
import { foldPending } from '@/lib/log/fold'
import { SECRET } from '@/lib/log/testing'
import { sign } from '@/lib/stella/signature/signature'
import { markRead } from './conversation/mark-read'
import { setStatus } from './conversation/set-status'
import { receiveEvent } from './log/receive-event'
import { readPassport } from './message/passport'
import { setLiveChat } from './owner/set-live-chat'
import { sendReply } from './reply/send-reply'
import { testTeam } from './testing'

const team = testTeam()

test('the bot answers until an agent takes over; handing back gives the talk to the bot again', async () => {
  const { id } = await team.newConversation()
  expect(await team.conversation(id)).toMatchObject({ owner: 'bot', liveChat: false })
  const taken = await setLiveChat(team.ctx, team.agent('Ana'), id, { liveChat: true })
  expect(taken).toMatchObject({ owner: 'agent', liveChat: true, assigneeName: 'Ana' })
  expect(taken.liveChatAsOf).not.toBeNull()
  const back = await setLiveChat(team.ctx, team.agent('Ana'), id, { liveChat: false })
  expect(back).toMatchObject({ owner: 'bot', liveChat: false })
  expect(back.assigneeId).toBeNull()
  const { activities } = await listMessages(team.ctx.sql, id)
  expect(activities.map((message) => message.kind)).toEqual(['took-over', 'handed-back'])
})

test('when Stella refuses the take-over nothing changes and the agent reads why', async () => {
  const { id, member } = await team.newConversation()
  await team.control('POST', '/faults', { fault: 'refuse', api: 'live_chat', times: 1, member })
  await expect(setLiveChat(team.ctx, team.agent('Ana'), id, { liveChat: true })).rejects.toThrow(
    /refused, and nothing was changed/,
  )
  expect(await team.conversation(id)).toMatchObject({ owner: 'bot' })
})

test('of two agents who take the same conversation one wins, and the other reads the winner’s name', async () => {
  const { id } = await team.newConversation()
  const results = await Promise.allSettled(
    ['Ana', 'Ben'].map((name) =>
      setLiveChat(team.ctx, team.agent(name), id, { liveChat: true, seenAssigneeId: null }),
    ),
  )
  const won = results.filter((result) => result.status === 'fulfilled')
  const lost = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
  expect(won).toHaveLength(1)
  const winner = (await team.conversation(id)).assignee?.name
  expect(String(lost[0])).toContain(`${winner} has taken over this conversation`)
})

test('an agent who does not own the conversation can’t reply, and reads why', async () => {
  const { id } = await team.newConversation()
  await expect(team.reply(id, 'me too')).rejects.toThrow(/bot is answering/)
  await setLiveChat(team.ctx, team.agent('Ben'), id, { liveChat: true })
  await expect(team.reply(id, 'me too')).rejects.toThrow(/Ben is answering/)
})

test('a reply written on a stale view is refused with what was missed, and goes once it was seen', async () => {
  const { id, member } = await team.takenConversation()
  const seenFeed = (await team.conversation(id)).feed
  await team.control('POST', '/say', { channel: team.stellaId, member, text: 'Wait!' })
  await team.settle()
  const write = (feed: number) =>
    sendReply(team.ctx, team.agent('Ana'), id, {
      id: randomUUID(),
      content: { type: 'text', text: 'Bye' },
      seenFeed: feed,
    })
  await expect(write(seenFeed)).rejects.toMatchObject({
    code: 'conflict',
    missed: [{ content: { text: 'Wait!' } }],
  })
  const { items } = await listMessages(team.ctx.sql, id)
  await expect(write(Math.max(...items.map((message) => message.feed)))).resolves.toMatchObject({
    delivery: 'queued',
  })
})

test('when the bot asks for a person the conversation waits, with the time since', async () => {
  const { id } = await team.newConversation('Talk to a person')
  await team.refresh(id)
  const conversation = await team.conversation(id)
  expect(conversation).toMatchObject({ owner: 'waiting', liveChat: true })
  expect(conversation.ownerSince).toBeDefined()
  const waiting = await listConversations(team.ctx.sql, {
    view: 'waiting',
    viewerId: team.agent('Ana').id,
  })
  expect(waiting.items.map((item) => item.id)).toContain(id)
})

test('a bot line while a person owns the conversation raises the drift mark, and a re-read tells the truth', async () => {
  const { id, member } = await team.takenConversation()
  await team.control('PUT', `/members/${member}/live-chat`, {
    channel: team.stellaId,
    liveChat: false,
  })
  await team.control('POST', '/say', { channel: team.stellaId, member, text: 'anyone?' })
  await team.settle()
  expect((await team.conversation(id)).driftAt).toBeDefined()
  await team.refresh(id)
  const after = await team.conversation(id)
  expect(after.driftAt).toBeUndefined()
  expect(after).toMatchObject({ owner: 'bot', liveChat: false })
})

test('once the app was disconnected at Stella nothing is sent, and the agent reads why', async () => {
  const { id, member } = await team.takenConversation()
  await team.reply(id, 'still waiting')
  await team.control('POST', '/deauthorize', { channel: team.stellaId })
  await team.settle()
  expect((await team.conversation(id)).channel.authorized).toBe(false)
  await expect(team.reply(id, 'too late')).rejects.toThrow(/disconnected from Stella/)
  await expect(setLiveChat(team.ctx, team.agent('Ana'), id, { liveChat: false })).rejects.toThrow(
    /disconnected from Stella/,
  )
  await team.runOutbox(id)
  expect((await team.replies(id))[0]).toMatchObject({
    delivery: 'failed',
    error: reason('reply.blocked.disconnected'),
  })
  expect(await team.phone(member)).toEqual([])
  await team.reconnect()
  expect((await team.conversation(id)).channel.authorized).toBe(true)
})

test('the member is named as Stella names them, as of when it was asked', async () => {
  const { id } = await team.newConversation()
  expect((await team.conversation(id)).member.asOf).toBeUndefined()
  await team.refresh(id)
  const { member } = await team.conversation(id)
  expect(member).toMatchObject({
    name: 'Mei',
    stellaId: expect.any(String),
    asOf: expect.any(String),
  })
})

test('reading up to a line leaves what came after it unread', async () => {
  const { id, member } = await team.newConversation('one')
  await team.control('POST', '/say', { channel: team.stellaId, member, text: 'two' })
  await team.settle()
  expect((await team.conversation(id)).unread).toBe(2)
  const { items } = await team.thread(id)
  const one = items.find((message) => message.text === 'one')
  const two = items.find((message) => message.text === 'two')
  const ana = team.agent('Ana')
  expect(await markRead(team.ctx, ana, id, { messageId: one?.id ?? '' })).toMatchObject({
    unread: 1,
  })
  expect(await markRead(team.ctx, ana, id, { messageId: two?.id ?? '' })).toMatchObject({
    unread: 0,
  })
  expect(await markRead(team.ctx, ana, id, { messageId: one?.id ?? '' })).toMatchObject({
    unread: 0,
  })
  await expect(markRead(team.ctx, ana, id, { messageId: randomUUID() })).rejects.toThrow(
    /isn’t in the conversation/,
  )
})

test('a resolved conversation opens again when the member writes', async () => {
  const { id, member } = await team.newConversation()
  await setStatus(team.ctx, team.agent('Ana'), id, { status: 'resolved' })
  expect((await team.conversation(id)).status).toBe('resolved')
  await team.control('POST', '/say', { channel: team.stellaId, member, text: 'one more thing' })
  await team.settle()
  expect((await team.conversation(id)).status).toBe('open')
})

test('pages of the list and of a thread join without a gap and without a repeat', async () => {
  const { id } = await team.newConversation()
  const viewerId = team.agent('Ana').id
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await listConversations(team.ctx.sql, { view: 'all', viewerId, cursor, limit: 2 })
    seen.push(...page.items.map((item) => item.id))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  const all = await listConversations(team.ctx.sql, { view: 'all', viewerId, limit: 100 })
  expect(seen).toEqual(all.items.map((item) => item.id))

  const whole = await listMessages(team.ctx.sql, id)
  const newest = await listMessages(team.ctx.sql, id, { limit: 1 })
  const older = await listMessages(team.ctx.sql, id, { before: newest.previousCursor ?? '' })
  expect([...older.items, ...newest.items].map((message) => message.id)).toEqual(
    whole.items.map((message) => message.id),
  )
  const first = whole.items[0]
  const after = await listMessages(team.ctx.sql, id, { after: first && toOrderText(first) })
  expect(after.items.map((message) => message.id)).toEqual(
    whole.items.slice(1).map((message) => message.id),
  )
})

test('a search finds names, numbers and words, also Chinese ones, and takes % and _ as letters', async () => {
  const { id, member } = await team.newConversation('我想改送貨地址 100%_sure')
  const find = async (q: string) => {
    const page = await listConversations(team.ctx.sql, {
      view: 'all',
      viewerId: team.agent('Ana').id,
      q,
    })
    return page.items.map((item) => item.id)
  }
  for (const q of ['送貨', member.slice(3), '100%_s']) expect(await find(q), q).toContain(id)
  expect(await find('%送%')).not.toContain(id)
})

test('the passport of a message tells each stop with its source', async () => {
  const { id, member } = await team.takenConversation()
  const reply = await team.reply(id, 'where have I been?')
  await team.runOutbox(id)
  await team.settle()
  const { hops } = await readPassport(team.ctx, team.agent('Ana'), {
    conversationId: id,
    messageId: reply.id,
  })
  expect(hops.map((hop) => english.say(hop.text)).join(' | ')).toMatch(
    /Written and queued.*Handed to Stella.*accepted/,
  )
  expect(hops[0]?.source).toBe('Ana')
  const { items } = await listMessages(team.ctx.sql, id)
  const inbound = items.find((message) => message.author === 'member')
  const arrival = await readPassport(team.ctx, team.agent('Ana'), {
    conversationId: id,
    messageId: inbound?.id ?? '',
  })
  expect(arrival.hops[0]?.raw).toContain(member)
})

test('a wrong or missing signature stores nothing but a count', async () => {
  const body = Buffer.from('{"messages":[],"forged":true}')
  for (const signature of [undefined, 'nonsense', sign('other secret', body)]) {
    const headers = new Headers(signature ? { 'x-stella-signature': signature } : {})
    await expect(
      receiveEvent(team.receiver, { channelId: team.channelId, bytes: body, headers }),
    ).rejects.toMatchObject({ code: 'unauthenticated' })
  }
  await team.receiver.rejections.flush()
  const [rejected] = await team.ctx.sql`
    select count from rejected_signatures where channel_id = ${team.channelId}`
  expect(rejected?.count).toBe(3)
  expect(await team.ctx.sql`select 1 from events where body = ${body}`).toEqual([])
})

test('hundreds of deliveries at once are each stored once, repeats counted, all answered', async () => {
  const bodies = Array.from({ length: 300 }, (_, index) =>
    Buffer.from(
      JSON.stringify({
        from: '1',
        to: '2',
        timestamp: '1599536864',
        type: 'TEXT',
        data: { text: `n${index % 200}` },
      }),
    ),
  )
  await Promise.all(
    bodies.map((bytes) =>
      receiveEvent(team.receiver, {
        channelId: team.channelId,
        bytes,
        headers: new Headers({ 'x-stella-signature': sign(SECRET, bytes) }),
      }),
    ),
  )
  await foldPending(team.ctx.sql)
  const rows = await team.ctx.sql<{ deliveries: number }[]>`
    select deliveries from events where channel_id = ${team.channelId}
      and convert_from(body, 'UTF8') like '{"from":"1"%'`
  expect(rows).toHaveLength(200)
  expect(rows.reduce((sum, row) => sum + row.deliveries, 0)).toBe(300)
})
