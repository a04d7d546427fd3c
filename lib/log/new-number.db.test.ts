import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { OwnFact } from '@/lib/domain/fact'
import { OURS, rawMessage, rawText, SCENE, THEIRS } from '../domain/fold/testing-play'
import { record } from './fold'
import { checkRebuild } from './rebuild'
import { testInbox } from './testing'

const inbox = testInbox()

const NEW = '85262222222'
const NEWEST = '85263333333'

/** A conversation in which two replies wait for their echo; gives the first, which is not the newest line. */
async function unconfirmedReply(channelId: string): Promise<string> {
  const { sql } = inbox.ctx
  await inbox.receive(channelId, rawText('hello', 0, 'Hello'))
  const [row] = await sql<{ id: string }[]>`
    select id from conversations where channel_id = ${channelId}`
  const conversationId = row?.id ?? ''
  const [first, second] = [randomUUID(), randomUUID()]
  const facts = [...replyFacts(first, 'Here you are'), ...replyFacts(second, 'Anything else?')]
  for (const fact of facts.map((each) => ({ ...each, conversationId })))
    await sql.begin((tx) => record(tx, fact, { conversationId }))
  return first
}

function replyFacts(messageId: string, text: string): OwnFact[] {
  const content = { type: 'text' as const, text }
  return [
    { type: 'reply.queued', messageId, conversationId: '', agentId: randomUUID(), content },
    { type: 'reply.attempted', messageId },
    { type: 'reply.unconfirmed', messageId, reason: 'No answer' },
  ]
}

function moved(id: string, from: string, to: string) {
  const system = { type: 'user_changed_number', body: 'Roy changed', new_wa_id: to }
  return rawMessage(id, 5, { type: 'system', system }, from)
}

function echo(to: string) {
  return {
    type: 'MANUAL',
    app: 'app',
    channel: 'channel',
    messageEvent: {
      from: OURS,
      to,
      timestamp: SCENE + 9_000,
      type: 'TEXT',
      data: { text: 'Here you are' },
    },
  }
}

test('an echo to the number a member has just changed to confirms the reply, in one batch or in three', async () => {
  const bodies = [moved('a', THEIRS, NEW), moved('b', NEW, NEWEST), echo(NEWEST)]
  for (const batches of [[bodies], bodies.map((body) => [body])]) {
    const channel = await inbox.channel()
    const messageId = await unconfirmedReply(channel.id)
    for (const batch of batches) await inbox.receive(channel.id, ...batch)
    const messages = await inbox.ctx.sql`
      select id, author, delivery from messages where channel_id = ${channel.id} and not removed`
    expect(messages.map(({ author, delivery }) => [author, delivery]).sort()).toEqual([
      ['agent', 'sent'],
      ['agent', 'unconfirmed'],
      ['member', null],
    ])
    expect(messages.map(({ id }) => id)).toContain(messageId)
  }
  expect(await checkRebuild(inbox.ctx.sql)).toMatchObject({ same: true })
})
