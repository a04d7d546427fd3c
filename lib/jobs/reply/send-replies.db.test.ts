import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { settleReply } from '@/lib/inbox/reply/settle-reply'
import { HAS_LEFT, testTeam } from '@/lib/inbox/testing'
import { record } from '@/lib/log/fold'
import { checkRebuild } from '@/lib/log/rebuild'

const team = testTeam()

test('a reply is queued, sent, and confirmed by its echo as one bubble', async () => {
  const { id, member } = await team.takenConversation()
  const queued = await team.reply(id, 'Hi, I am Ana')
  expect(queued.delivery).toBe('queued')
  await team.drain(id)
  await team.settle()
  const messages = await team.replies(id)
  expect(messages).toHaveLength(1)
  expect(messages[0]).toMatchObject({ id: queued.id, author: 'agent', agent: { name: 'Ana' } })
  expect(messages[0]?.delivery).toEqual(HAS_LEFT)
  expect(await team.phone(member)).toEqual(['Hi, I am Ana'])
})

test('the same id posted twenty times at once is one message and one call to Stella', async () => {
  const { id, member } = await team.takenConversation()
  const messageId = randomUUID()
  const posts = Array.from({ length: 20 }, () => team.reply(id, 'once', messageId))
  const answers = await Promise.all(posts)
  expect(new Set(answers.map((message) => message.id))).toEqual(new Set([messageId]))
  await team.drain(id)
  await team.drain(id)
  expect(await team.phone(member)).toEqual(['once'])
})

test('replies of one conversation leave in the order in which they were written', async () => {
  const { id, member } = await team.takenConversation()
  for (const text of ['one', 'two', 'three']) await team.reply(id, text)
  await team.drain(id)
  expect(await team.phone(member)).toEqual(['one', 'two', 'three'])
})

test.each(['refuse', 'ok0'])(
  '%s: the reply failed, with Stella’s own reason, and the next one goes',
  async (fault) => {
    const { id, member } = await team.takenConversation()
    await team.reply(id, `fail:${fault}`)
    await team.reply(id, 'after it')
    await team.drain(id)
    await team.settle()
    const [failed, next] = await team.replies(id)
    expect(failed?.delivery).toBe('failed')
    expect(failed?.error).toMatch(/platform/)
    expect(next?.delivery).not.toBe('failed')
    expect(await team.phone(member)).toEqual(['after it'])
  },
)

test.each(['reset', '502-accepted'])(
  '%s: no clear answer is unconfirmed, and the echo settles it without a second call',
  async (fault) => {
    const { id, member } = await team.takenConversation()
    const { id: messageId } = await team.reply(id, `fail:${fault}`)
    await team.drain(id)
    const before = await team.ctx.sql`
    select 1 from events where kind = 'reply.unconfirmed'
      and convert_from(body, 'UTF8')::jsonb->>'messageId' = ${messageId}`
    expect(before).toHaveLength(1)
    await team.settle()
    const [reply] = await team.replies(id)
    expect(reply?.delivery).toEqual(HAS_LEFT)
    expect(await team.phone(member)).toEqual([`fail:${fault}`])
  },
)

test('a 502 without acceptance stays unconfirmed: nothing is sent again by itself', async () => {
  const { id, member } = await team.takenConversation()
  await team.reply(id, 'fail:502')
  await team.drain(id)
  await team.drain(id)
  await team.settle()
  expect((await team.replies(id))[0]?.delivery).toBe('unconfirmed')
  expect(await team.phone(member)).toEqual([])
})

test('a 429 waits for as long as Stella asks, holds back what is behind, and then goes in order', async () => {
  const { id, member } = await team.takenConversation()
  await team.reply(id, 'fail:429')
  await team.reply(id, 'second')
  await team.runOutbox(id)
  const [first, second] = await team.replies(id)
  expect(first).toMatchObject({ delivery: 'queued' })
  expect(first?.nextAttemptAt).toBeDefined()
  expect(second?.delivery).toBe('queued')
  await expect
    .poll(
      async () => {
        await team.runOutbox(id)
        return team.phone(member)
      },
      { timeout: 20_000, interval: 300 },
    )
    .toEqual(['fail:429', 'second'])
})

test('a process that died between the attempt and the answer leaves an unconfirmed reply, not a second one', async () => {
  const { id, member } = await team.takenConversation()
  const { id: messageId } = await team.reply(id, 'was it sent?')
  await team.ctx.sql.begin((tx) =>
    record(tx, { type: 'reply.attempted', messageId }, { conversationId: id }),
  )
  await team.drain(id)
  expect((await team.replies(id))[0]?.delivery).toBe('unconfirmed')
  expect(await team.phone(member)).toEqual([])
})

test('an unconfirmed reply is sent again only by a person, and only after the echo had its time', async () => {
  const { id, member } = await team.takenConversation()
  const { id: messageId } = await team.reply(id, 'fail:502')
  await team.drain(id)
  const again = () =>
    settleReply(
      team.ctx,
      team.agent('Ana'),
      { conversationId: id, messageId },
      { action: 'send-again' },
    )
  await expect(again()).rejects.toThrow(/may still confirm/)
  await team.ctx.sql`
    update messages set attempted_at = attempted_at - interval '3 minutes' where id = ${messageId}`
  expect((await again()).delivery).toBe('queued')
  await team.control('DELETE', '/faults')
  await team.drain(id)
  expect(await team.phone(member)).toEqual([])
  // The text itself asks for the fault, so it is unconfirmed once more: two calls, both by a person's will.
  const calls = await team.ctx.sql`
    select 1 from events where kind = 'reply.attempted'
      and convert_from(body, 'UTF8')::jsonb->>'messageId' = ${messageId}`
  expect(calls).toHaveLength(2)
})

test('an echo without an id and one that overtakes the answer find their reply', async () => {
  for (const fault of ['no-id', 'echo-first', 'no-echo']) {
    const { id, member } = await team.takenConversation()
    await team.reply(id, `fail:${fault}`)
    await team.drain(id)
    await team.settle()
    const messages = await team.replies(id)
    expect(
      messages.map((message) => message.author),
      fault,
    ).toEqual(['agent'])
    expect(messages[0]?.delivery, fault).toEqual(HAS_LEFT)
    expect(await team.phone(member), fault).toEqual([`fail:${fault}`])
  }
})

test.each(['slow', 'shuffle'])(
  '%s: the reply is confirmed and there once, and the next one comes after it',
  async (fault) => {
    const { id, member } = await team.takenConversation()
    await team.reply(id, `fail:${fault}`)
    await team.reply(id, 'behind it')
    await team.drain(id)
    await team.settle()
    const messages = await team.replies(id)
    expect(messages.map((message) => message.content)).toMatchObject([
      { text: `fail:${fault}` },
      { text: 'behind it' },
    ])
    for (const message of messages) expect(message.delivery).toEqual(HAS_LEFT)
    expect(await team.phone(member)).toEqual([`fail:${fault}`, 'behind it'])
  },
)

test('an echo that comes seconds late confirms its reply and makes no second line', async () => {
  const { id, member } = await team.takenConversation()
  await team.reply(id, 'fail:502-accepted fail:late-echo')
  await team.drain(id)
  expect((await team.replies(id))[0]?.delivery).toBe('unconfirmed')
  await team.settle()
  expect(await team.replies(id)).toHaveLength(1)
  expect((await team.replies(id))[0]?.delivery).toEqual(HAS_LEFT)
  expect(await team.phone(member)).toHaveLength(1)
})

test('receipts that say read or failed are shown, and a failure comes with its code', async () => {
  const { id, member } = await team.takenConversation()
  await team.reply(id, 'please read')
  await team.drain(id)
  await team.control('POST', '/read', { channel: team.stellaId, member })
  await team.settle()
  await expect
    .poll(
      async () => {
        await team.settle()
        return (await team.replies(id))[0]?.delivery
      },
      { timeout: 10_000 },
    )
    .toBe('read')

  const other = await team.takenConversation()
  await team.reply(other.id, 'fail:later')
  await team.drain(other.id)
  await expect
    .poll(
      async () => {
        await team.settle()
        return (await team.replies(other.id))[0]
      },
      { timeout: 10_000 },
    )
    .toMatchObject({ delivery: 'failed', error: expect.stringContaining('470') })
})

test('a reply that the platform failed later goes out once more when the agent says so, and is confirmed anew', async () => {
  const { id, member } = await team.takenConversation()
  const { id: messageId } = await team.reply(id, 'fail:later')
  await team.drain(id)
  const reply = async () => {
    await team.settle()
    return (await team.replies(id))[0]
  }
  await expect.poll(async () => (await reply())?.delivery, { timeout: 10_000 }).toBe('failed')
  const place = { conversationId: id, messageId }
  // The platform said that the window had closed: only what the member writes opens it again.
  const at = Date.now() + 2_000
  await team.control('POST', '/say', { channel: team.stellaId, member, text: 'Still here', at })
  await team.settle()
  await settleReply(team.ctx, team.agent('Ana'), place, { action: 'send-again' })
  await team.drain(id)
  expect(await team.phone(member)).toHaveLength(2)
  expect(await team.replies(id)).toHaveLength(1)
  expect((await reply())?.delivery).not.toBe('queued')
})

test('a rebuild of all this gives the same rows', async () => {
  await team.settle()
  // The one row that a test moved by hand, as no event would.
  await team.ctx.sql`
    update messages set attempted_at = e.received_at from events e
    where e.kind = 'reply.attempted' and e.id = (
      select max(l.id) from events l where l.kind = 'reply.attempted'
        and convert_from(l.body, 'UTF8')::jsonb->>'messageId' = messages.id::text)
      and messages.attempted_at is not null and messages.delivery = 'unconfirmed'`
  const check = await checkRebuild(team.ctx.sql)
  expect(check.tables.filter((table) => !table.same)).toEqual([])
})
