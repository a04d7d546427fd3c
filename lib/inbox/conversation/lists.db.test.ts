import { expect, test } from 'vitest'
import { countConversations, listConversations } from '@/lib/db/conversation/conversations'
import { listOutbox } from '@/lib/db/reply/outbox'
import { settleReply } from '../reply/settle-reply'
import { testTalk } from '../testing'

const talk = testTalk()

test('who waits longest stands first, page by page, whoever writes again meanwhile', async () => {
  const asked: { id: string; member: string }[] = []
  for (let count = 0; count < 5; count++) asked.push(await talk.newTalk('Talk to a person'))
  for (const { id } of asked) await talk.refresh(id)
  const [first, second] = asked
  for (const { member } of [second, first].flatMap((each) => each ?? []))
    await talk.control('POST', '/say', { channel: talk.stellaId, member, text: 'Still there?' })
  await talk.settle()
  await expect(waiting()).resolves.toEqual(asked.map(({ id }) => id))
  await expect(waiting({ newest: true })).resolves.toEqual(asked.map(({ id }) => id).toReversed())
})

test('a reply that fails late marks its conversation at once, until somebody gives it up', async () => {
  const { id } = await talk.takenTalk()
  const reply = await talk.reply(id, 'Here you are fail:later')
  await talk.runOutbox(id)
  const before = await talk.conversation(id)
  expect(before.failedReplies).toBeUndefined()
  await talk.settle()
  await expect
    .poll(async () => {
      await talk.settle()
      return (await talk.conversation(id)).failedReplies
    })
    .toBe(1)
  const marked = await talk.conversation(id)
  expect(marked.feed, 'the list hears of it').toBeGreaterThan(before.feed)

  const ana = talk.agent('Ana')
  const ben = talk.agent('Ben')
  expect((await countConversations(talk.ctx.sql, ana.id)).failed).toBe(1)
  expect((await countConversations(talk.ctx.sql, ben.id)).failed).toBe(0)
  const outboxOf = (writerId: string) => listOutbox(talk.ctx.sql, { state: 'failed', writerId })
  expect((await outboxOf(ana.id)).items.map(({ message }) => message.id)).toEqual([reply.id])
  expect(await outboxOf(ben.id)).toMatchObject({ items: [], counts: { failed: 0 } })

  const place = { conversationId: id, messageId: reply.id }
  await settleReply(talk.ctx, ana, place, { action: 'cancel' })
  const after = await talk.conversation(id)
  expect(after.failedReplies).toBeUndefined()
  expect(after.feed, 'the list hears of it').toBeGreaterThan(marked.feed)
  expect((await countConversations(talk.ctx.sql, ana.id)).failed).toBe(0)
})

/** The view, two a page. */
async function waiting(more: { newest?: boolean } = {}): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const filter = { view: 'waiting', viewerId: talk.agent('Ana').id, cursor, limit: 2 } as const
    const page = await listConversations(talk.ctx.sql, { ...filter, ...more })
    ids.push(...page.items.map((item) => item.id))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  return ids
}
