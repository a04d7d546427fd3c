import { expect, test } from 'vitest'
import { listConversations } from '@/lib/db/conversation/conversations'
import { countFailedReplies } from '@/lib/db/reply/failed-replies'
import { listOutbox } from '@/lib/db/reply/outbox'
import { settleReply } from '../reply/settle-reply'
import { testTeam } from '../testing'

const team = testTeam()

test('who waits longest stands first, page by page, whoever writes again meanwhile', async () => {
  const asked: { id: string; member: string }[] = []
  for (let count = 0; count < 5; count++) asked.push(await team.newConversation('Talk to a person'))
  for (const { id } of asked) await team.refresh(id)
  const [first, second] = asked
  for (const { member } of [second, first].flatMap((each) => each ?? []))
    await team.control('POST', '/say', { channel: team.stellaId, member, text: 'Still there?' })
  await team.settle()
  await expect(waiting()).resolves.toEqual(asked.map(({ id }) => id))
  await expect(waiting({ newest: true })).resolves.toEqual(asked.map(({ id }) => id).toReversed())
})

test('a reply that fails late marks its conversation at once, until somebody gives it up', async () => {
  const { id } = await team.takenConversation()
  const reply = await team.reply(id, 'Here you are fail:later')
  await team.runOutbox(id)
  const before = await team.conversation(id)
  expect(before.failedReplies).toBeUndefined()
  await team.settle()
  await expect
    .poll(async () => {
      await team.settle()
      return (await team.conversation(id)).failedReplies
    })
    .toBe(1)
  const marked = await team.conversation(id)
  expect(marked.feed, 'the list hears of it').toBeGreaterThan(before.feed)

  const ana = team.agent('Ana')
  const ben = team.agent('Ben')
  expect(await countFailedReplies(team.ctx.sql, ana.id)).toBe(1)
  expect(await countFailedReplies(team.ctx.sql, ben.id)).toBe(0)
  const outboxOf = (writerId: string) => listOutbox(team.ctx.sql, { state: 'failed', writerId })
  expect((await outboxOf(ana.id)).items.map(({ message }) => message.id)).toEqual([reply.id])
  expect(await outboxOf(ben.id)).toMatchObject({ items: [], counts: { failed: 0 } })

  const place = { conversationId: id, messageId: reply.id }
  await settleReply(team.ctx, ana, place, { action: 'cancel' })
  const after = await team.conversation(id)
  expect(after.failedReplies).toBeUndefined()
  expect(after.feed, 'the list hears of it').toBeGreaterThan(marked.feed)
  expect(await countFailedReplies(team.ctx.sql, ana.id)).toBe(0)
})

/** The view, two a page. */
async function waiting(more: { newest?: boolean } = {}): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const filter = { view: 'waiting', viewerId: team.agent('Ana').id, cursor, limit: 2 } as const
    const page = await listConversations(team.ctx.sql, { ...filter, ...more })
    ids.push(...page.items.map((item) => item.id))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  return ids
}
