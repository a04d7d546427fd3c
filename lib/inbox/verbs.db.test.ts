import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { listConversations } from '@/lib/db/conversation/conversations'
import { listMessages } from '@/lib/db/message/messages'
import { toOrderText } from '@/lib/domain/conversation/order'
import { foldPending } from '@/lib/log/fold'
import { SECRET } from '@/lib/log/testing'
import { sign } from '@/lib/stella/signature/signature'
import { markRead } from './conversation/mark-read'
import { setStatus } from './conversation/set-status'
import { receiveEvent } from './log/receive-event'
import { readPassport } from './message/passport'
import { setLiveChat } from './owner/set-live-chat'
import { sendReply } from './reply/send-reply'
import { testTalk } from './testing'

const talk = testTalk()

test('the bot answers until an agent takes over; handing back gives the talk to the bot again', async () => {
  const { id } = await talk.newTalk()
  expect(await talk.conversation(id)).toMatchObject({ owner: 'bot', liveChat: false })
  const taken = await setLiveChat(talk.ctx, talk.agent('Ana'), id, { liveChat: true })
  expect(taken).toMatchObject({ owner: 'agent', liveChat: true, assigneeName: 'Ana' })
  expect(taken.liveChatAsOf).not.toBeNull()
  const back = await setLiveChat(talk.ctx, talk.agent('Ana'), id, { liveChat: false })
  expect(back).toMatchObject({ owner: 'bot', liveChat: false })
  expect(back.assigneeId).toBeNull()
  const { activities } = await listMessages(talk.ctx.sql, id)
  expect(activities.map((line) => line.kind)).toEqual(['took-over', 'handed-back'])
})

test('when Stella refuses the take-over nothing changes and the agent reads why', async () => {
  const { id, member } = await talk.newTalk()
  await talk.control('POST', '/faults', { fault: 'refuse', api: 'live_chat', times: 1, member })
  await expect(setLiveChat(talk.ctx, talk.agent('Ana'), id, { liveChat: true })).rejects.toThrow(
    /refused.*Nothing was changed/,
  )
  expect(await talk.conversation(id)).toMatchObject({ owner: 'bot' })
})

test('of two agents who take the same conversation one wins, and the other reads the winner’s name', async () => {
  const { id } = await talk.newTalk()
  const results = await Promise.allSettled(
    ['Ana', 'Ben'].map((name) =>
      setLiveChat(talk.ctx, talk.agent(name), id, { liveChat: true, seenAssigneeId: null }),
    ),
  )
  const won = results.filter((result) => result.status === 'fulfilled')
  const lost = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
  expect(won).toHaveLength(1)
  const winner = (await talk.conversation(id)).assignee?.name
  expect(String(lost[0])).toContain(`${winner} has taken this conversation`)
})

test('an agent who does not own the conversation can’t reply, and reads why', async () => {
  const { id } = await talk.newTalk()
  await expect(talk.reply(id, 'me too')).rejects.toThrow(/bot is answering/)
  await setLiveChat(talk.ctx, talk.agent('Ben'), id, { liveChat: true })
  await expect(talk.reply(id, 'me too')).rejects.toThrow(/Ben is answering/)
})

test('a reply written on a stale view is refused with what was missed, and goes once it was seen', async () => {
  const { id, member } = await talk.takenTalk()
  const seenFeed = (await talk.conversation(id)).feed
  await talk.control('POST', '/say', { channel: talk.stellaId, member, text: 'Wait!' })
  await talk.settle()
  const write = (feed: number) =>
    sendReply(talk.ctx, talk.agent('Ana'), id, {
      id: randomUUID(),
      content: { type: 'text', text: 'Bye' },
      seenFeed: feed,
    })
  await expect(write(seenFeed)).rejects.toMatchObject({
    code: 'conflict',
    missed: [{ content: { text: 'Wait!' } }],
  })
  const { items } = await listMessages(talk.ctx.sql, id)
  await expect(write(Math.max(...items.map((line) => line.feed)))).resolves.toMatchObject({
    delivery: 'queued',
  })
})

test('when the bot asks for a person the conversation waits, with the time since', async () => {
  const { id } = await talk.newTalk('Talk to a person')
  await talk.refresh(id)
  const conversation = await talk.conversation(id)
  expect(conversation).toMatchObject({ owner: 'waiting', liveChat: true })
  expect(conversation.ownerSince).toBeDefined()
  const waiting = await listConversations(talk.ctx.sql, {
    view: 'waiting',
    viewerId: talk.agent('Ana').id,
  })
  expect(waiting.items.map((item) => item.id)).toContain(id)
})

test('a bot line while a person owns the conversation raises the drift mark, and a re-read tells the truth', async () => {
  const { id, member } = await talk.takenTalk()
  await talk.control('PUT', `/members/${member}/live-chat`, {
    channel: talk.stellaId,
    liveChat: false,
  })
  await talk.control('POST', '/say', { channel: talk.stellaId, member, text: 'anyone?' })
  await talk.settle()
  expect((await talk.conversation(id)).driftAt).toBeDefined()
  await talk.refresh(id)
  const after = await talk.conversation(id)
  expect(after.driftAt).toBeUndefined()
  expect(after).toMatchObject({ owner: 'bot', liveChat: false })
})

test('once the app was disconnected at Stella nothing is sent, and the agent reads why', async () => {
  const { id, member } = await talk.takenTalk()
  await talk.reply(id, 'still waiting')
  await talk.control('POST', '/deauthorize', { channel: talk.stellaId })
  await talk.settle()
  expect((await talk.conversation(id)).channel.authorized).toBe(false)
  await expect(talk.reply(id, 'too late')).rejects.toThrow(/disconnected from Stella/)
  await expect(setLiveChat(talk.ctx, talk.agent('Ana'), id, { liveChat: false })).rejects.toThrow(
    /disconnected from Stella/,
  )
  await talk.runOutbox(id)
  expect((await talk.replies(id))[0]).toMatchObject({
    delivery: 'failed',
    error: 'This channel was disconnected from Stella.',
  })
  expect(await talk.phone(member)).toEqual([])
  await talk.reconnect()
  expect((await talk.conversation(id)).channel.authorized).toBe(true)
})

test('the member is named as Stella names them, as of when it was asked', async () => {
  const { id } = await talk.newTalk()
  expect((await talk.conversation(id)).member.asOf).toBeUndefined()
  await talk.refresh(id)
  const { member } = await talk.conversation(id)
  expect(member).toMatchObject({
    name: 'Mei',
    stellaId: expect.any(String),
    asOf: expect.any(String),
  })
})

test('reading up to a line leaves what came after it unread', async () => {
  const { id, member } = await talk.newTalk('one')
  await talk.control('POST', '/say', { channel: talk.stellaId, member, text: 'two' })
  await talk.settle()
  expect((await talk.conversation(id)).unread).toBe(2)
  const { items } = await talk.thread(id)
  const one = items.find((line) => line.text === 'one')
  const two = items.find((line) => line.text === 'two')
  const ana = talk.agent('Ana')
  expect(await markRead(talk.ctx, ana, id, { messageId: one?.id ?? '' })).toMatchObject({
    unread: 1,
  })
  expect(await markRead(talk.ctx, ana, id, { messageId: two?.id ?? '' })).toMatchObject({
    unread: 0,
  })
  expect(await markRead(talk.ctx, ana, id, { messageId: one?.id ?? '' })).toMatchObject({
    unread: 0,
  })
  await expect(markRead(talk.ctx, ana, id, { messageId: randomUUID() })).rejects.toThrow(
    /no such message/,
  )
})

test('a resolved conversation opens again when the member writes', async () => {
  const { id, member } = await talk.newTalk()
  await setStatus(talk.ctx, talk.agent('Ana'), id, { status: 'resolved' })
  expect((await talk.conversation(id)).status).toBe('resolved')
  await talk.control('POST', '/say', { channel: talk.stellaId, member, text: 'one more thing' })
  await talk.settle()
  expect((await talk.conversation(id)).status).toBe('open')
})

test('pages of the list and of a thread join without a gap and without a repeat', async () => {
  const { id } = await talk.newTalk()
  const viewerId = talk.agent('Ana').id
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await listConversations(talk.ctx.sql, { view: 'all', viewerId, cursor, limit: 2 })
    seen.push(...page.items.map((item) => item.id))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  const all = await listConversations(talk.ctx.sql, { view: 'all', viewerId, limit: 100 })
  expect(seen).toEqual(all.items.map((item) => item.id))

  const whole = await listMessages(talk.ctx.sql, id)
  const newest = await listMessages(talk.ctx.sql, id, { limit: 1 })
  const older = await listMessages(talk.ctx.sql, id, { before: newest.previousCursor ?? '' })
  expect([...older.items, ...newest.items].map((line) => line.id)).toEqual(
    whole.items.map((line) => line.id),
  )
  const first = whole.items[0]
  const after = await listMessages(talk.ctx.sql, id, { after: first && toOrderText(first) })
  expect(after.items.map((line) => line.id)).toEqual(whole.items.slice(1).map((line) => line.id))
})

test('a search finds names, numbers and words, also Chinese ones, and takes % and _ as letters', async () => {
  const { id, member } = await talk.newTalk('我想改送貨地址 100%_sure')
  const find = async (q: string) => {
    const page = await listConversations(talk.ctx.sql, {
      view: 'all',
      viewerId: talk.agent('Ana').id,
      q,
    })
    return page.items.map((item) => item.id)
  }
  for (const q of ['送貨', member.slice(3), '100%_s']) expect(await find(q), q).toContain(id)
  expect(await find('%送%')).not.toContain(id)
})

test('the passport of a message tells each stop with its source', async () => {
  const { id, member } = await talk.takenTalk()
  const reply = await talk.reply(id, 'where have I been?')
  await talk.runOutbox(id)
  await talk.settle()
  const { hops } = await readPassport(talk.ctx, talk.agent('Ana'), {
    conversationId: id,
    messageId: reply.id,
  })
  expect(hops.map((hop) => hop.text).join(' | ')).toMatch(
    /Written and queued.*Handed to Stella.*accepted/,
  )
  expect(hops[0]?.source).toBe('Ana')
  const { items } = await listMessages(talk.ctx.sql, id)
  const said = items.find((line) => line.author === 'member')
  const arrival = await readPassport(talk.ctx, talk.agent('Ana'), {
    conversationId: id,
    messageId: said?.id ?? '',
  })
  expect(arrival.hops[0]?.raw).toContain(member)
})

test('a wrong or missing signature stores nothing but a count', async () => {
  const body = Buffer.from('{"messages":[],"forged":true}')
  for (const signature of [undefined, 'nonsense', sign('other secret', body)]) {
    const headers = new Headers(signature ? { 'x-stella-signature': signature } : {})
    await expect(
      receiveEvent(talk.receiver, { channelId: talk.channelId, bytes: body, headers }),
    ).rejects.toMatchObject({ code: 'unauthenticated' })
  }
  await talk.receiver.rejections.flush()
  const [rejected] = await talk.ctx.sql`
    select count from rejected_signatures where channel_id = ${talk.channelId}`
  expect(rejected?.count).toBe(3)
  expect(await talk.ctx.sql`select 1 from events where body = ${body}`).toEqual([])
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
      receiveEvent(talk.receiver, {
        channelId: talk.channelId,
        bytes,
        headers: new Headers({ 'x-stella-signature': sign(SECRET, bytes) }),
      }),
    ),
  )
  await foldPending(talk.ctx.sql)
  const rows = await talk.ctx.sql<{ deliveries: number }[]>`
    select deliveries from events where channel_id = ${talk.channelId}
      and convert_from(body, 'UTF8') like '{"from":"1"%'`
  expect(rows).toHaveLength(200)
  expect(rows.reduce((sum, row) => sum + row.deliveries, 0)).toBe(300)
})
