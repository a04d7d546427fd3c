import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { currentConversationId } from '@/lib/db/conversation/merged'
import type { OwnFact } from '@/lib/domain/fact'
import { cloud, message, text } from '../domain/fold/testing-cloud'
import { ordersOf } from '../domain/fold/testing-play'
import { record } from './fold'
import { checkRebuild } from './rebuild'
import { testInbox } from './testing'

const inbox = testInbox()

const NUMBER = '85291230001'
const USER = 'HK.111'

function hidden(id: string, second: number, words: string) {
  const contact = { profile: { name: 'Mei' }, user_id: USER }
  const sent = { ...text(id, second, words), from: undefined, from_user_id: USER }
  return cloud('messages', { contacts: [contact], messages: [sent] })
}

function shown(id: string, second: number, words: string) {
  const contact = { profile: { name: 'Mei' }, wa_id: NUMBER }
  return cloud('messages', { contacts: [contact], messages: [text(id, second, words)] })
}

function both(id: string, second: number, words: string) {
  const contact = { profile: { name: 'Mei' }, wa_id: NUMBER, user_id: USER }
  const sent = { ...text(id, second, words), from_user_id: USER }
  return cloud('messages', { contacts: [contact], messages: [sent] })
}

const sql = () => inbox.ctx.sql

async function conversationsOf(channelId: string) {
  return sql()<{ id: string; unread: number; lastMessageId: string }[]>`
    select id, unread, last_message_id from conversations where channel_id = ${channelId}`
}

async function wordsOf(channelId: string, conversationId: string) {
  const rows = await sql()<{ text: string }[]>`
    select content->>'text' as text from messages
    where channel_id = ${channelId} and conversation_id = ${conversationId} and not removed
    order by sent_at, event_id, place`
  return rows.map((row) => row.text)
}

async function recipientOf(channelId: string) {
  const rows = await sql()<{ to: string }[]>`
    select coalesce(moved_to, external_id) as to from members where channel_id = ${channelId}`
  return rows.map((row) => row.to)
}

test('a person met by user id, by number and by both has one thread, in any order and any batches', async () => {
  const bodies = [
    hidden('w1', 1, 'from a hidden number'),
    shown('w2', 2, 'with my number'),
    both('w3', 3, 'with both'),
    hidden('w4', 4, 'hidden again'),
  ]
  for (const order of ordersOf(bodies)) {
    for (const batches of [[order], order.map((body) => [body])]) {
      const channel = await inbox.channel()
      for (const batch of batches) await inbox.receive(channel.id, ...batch)
      await inbox.receive(channel.id, ...order)
      const conversations = await conversationsOf(channel.id)
      expect(conversations).toHaveLength(1)
      const [conversation] = conversations
      expect(await wordsOf(channel.id, conversation?.id ?? '')).toEqual([
        'from a hidden number',
        'with my number',
        'with both',
        'hidden again',
      ])
      expect(conversation?.unread).toBe(4)
      expect(await recipientOf(channel.id)).toEqual([NUMBER])
    }
  }
  expect(await checkRebuild(sql())).toMatchObject({ same: true })
}, 240_000)

test('threads of which one is held become one that is held, with replies, files, reactions and what people did', async () => {
  const channel = await inbox.channel()
  await inbox.receive(channel.id, shown('a1', 1, 'by number'))
  const [kept] = await conversationsOf(channel.id)
  const photo = { type: 'image', image: { id: 'm-jpg', mime_type: 'image/jpeg' } }
  const contact = { profile: { name: 'Mei' }, user_id: USER }
  const sent = { ...message('b1', 2, photo), from: undefined, from_user_id: USER }
  const heart = { type: 'reaction', reaction: { message_id: 'b1', emoji: '❤' } }
  const reaction = { ...message('b2', 3, heart), from: undefined, from_user_id: USER }
  await inbox.receive(
    channel.id,
    cloud('messages', { contacts: [contact], messages: [sent, reaction] }),
  )
  const gone = (await conversationsOf(channel.id)).find((each) => each.id !== kept?.id)
  const [goneId, keptId] = [gone?.id ?? '', kept?.id ?? '']
  const agentId = randomUUID()
  const messageId = randomUUID()
  const content = { type: 'text' as const, text: 'Nice photo' }
  const facts: OwnFact[] = [
    { type: 'live-chat.set', conversationId: goneId, liveChat: true, agentId, asOf: Date.now() },
    { type: 'reply.queued', messageId, conversationId: goneId, agentId, content },
  ]
  for (const fact of facts) await sql().begin((tx) => record(tx, fact, { conversationId: goneId }))
  await inbox.receive(channel.id, both('a2', 4, 'it is me'))

  expect(await conversationsOf(channel.id)).toMatchObject([{ id: keptId }])
  expect(await currentConversationId(sql(), goneId)).toBe(keptId)
  const [row] = await sql()`select owner, assignee_id from conversations where id = ${keptId}`
  expect(row).toMatchObject({ owner: 'agent', assigneeId: agentId })
  const messages = await sql()`select id, author from messages where conversation_id = ${keptId}`
  expect(messages.map((message) => message.author).sort()).toEqual([
    'agent',
    'member',
    'member',
    'member',
  ])
  expect(await sql()`select 1 from media where conversation_id = ${keptId}`).toHaveLength(1)
  const signs =
    await sql()`select actor from reactions where emoji is not null and channel_id = ${channel.id}`
  expect(signs).toMatchObject([{ actor: `member:${NUMBER}` }])
  const kinds =
    await sql()`select kind from activities where conversation_id = ${keptId} order by at`
  expect(kinds.map((each) => each.kind)).toEqual(['took-over', 'threads-joined'])
  expect(await sql()`select 1 from activities where conversation_id = ${goneId}`).toHaveLength(0)

  // Whatever was under way for the thread that went goes on in the one that stayed.
  await sql().begin((tx) => record(tx, { type: 'reply.attempted', messageId }))
  await sql().begin((tx) =>
    record(tx, { type: 'conversation.status-set', conversationId: goneId, status: 'resolved' }),
  )
  const [after] = await sql()`select status from conversations where id = ${keptId}`
  expect(after).toMatchObject({ status: 'resolved' })
  expect(await checkRebuild(sql())).toMatchObject({ same: true })
}, 60_000)

test('a body that names both ids beside a status joins them too, and makes no conversation', async () => {
  const channel = await inbox.channel()
  const contact = { profile: { name: 'Mei' }, wa_id: NUMBER, user_id: USER }
  const status = { id: 'x', status: 'delivered', timestamp: '1795251600', recipient_id: NUMBER }
  await inbox.receive(channel.id, cloud('messages', { contacts: [contact], statuses: [status] }))
  expect(await conversationsOf(channel.id)).toHaveLength(0)
  await inbox.receive(channel.id, hidden('w1', 1, 'hidden'), shown('w2', 2, 'shown'))
  expect(await conversationsOf(channel.id)).toHaveLength(1)
  expect(await recipientOf(channel.id)).toEqual([NUMBER])
  expect(await checkRebuild(sql())).toMatchObject({ same: true })
}, 60_000)

test('two threads become one by a mark or a status that names both ids, without contacts, in any batches', async () => {
  const heart = { type: 'reaction', reaction: { message_id: 'w1', emoji: '❤' } }
  const taken = { type: 'revoke', revoke: { original_message_id: 'w1' } }
  const ends = { recipient_id: NUMBER, recipient_user_id: USER }
  const status = { id: 'x', status: 'sent', timestamp: '1795251600', ...ends }
  const naming = [
    cloud('messages', { messages: [{ ...message('r', 60, heart), from_user_id: USER }] }),
    cloud('messages', { messages: [{ ...message('r', 60, taken), from_user_id: USER }] }),
    cloud('messages', { statuses: [status] }),
  ]
  const lines = [hidden('w1', 1, 'hidden'), shown('w2', 2, 'shown')]
  for (const names of naming) {
    const order = [...lines, names]
    for (const batches of [[order], order.map((body) => [body])]) {
      const channel = await inbox.channel()
      for (const batch of batches) await inbox.receive(channel.id, ...batch)
      const [conversation, ...others] = await conversationsOf(channel.id)
      expect(others).toEqual([])
      expect(await wordsOf(channel.id, conversation?.id ?? '')).toEqual(['hidden', 'shown'])
      expect(await recipientOf(channel.id)).toEqual([NUMBER])
    }
  }
  expect(await checkRebuild(sql())).toMatchObject({ same: true })
}, 60_000)

test('who wrote from the new number before the change was told has one thread; another person’s stays', async () => {
  const NEW = '85262222222'
  const system = { type: 'user_changed_number', body: 'Mei changed', wa_id: NEW }
  const moved = cloud('messages', { messages: [message('s', 50, { type: 'system', system })] })
  const from = (id: string, second: number, words: string) =>
    cloud('messages', { messages: [{ ...text(id, second, words), from: NEW }] })
  const before = shown('w1', 1, 'old number')
  const after = from('w2', 60, 'new number')
  for (const order of ordersOf([before, moved, after])) {
    for (const batches of [[order], order.map((body) => [body])]) {
      const channel = await inbox.channel()
      for (const batch of batches) await inbox.receive(channel.id, ...batch)
      expect(await conversationsOf(channel.id)).toHaveLength(1)
      expect(await recipientOf(channel.id)).toEqual([NEW])
    }
  }
  const channel = await inbox.channel()
  const stranger = cloud('messages', {
    messages: [{ ...text('w0', 0, 'somebody else'), from: NEW, timestamp: '1795100000' }],
  })
  await inbox.receive(channel.id, stranger, before, moved, after)
  expect(await conversationsOf(channel.id)).toHaveLength(2)
  expect(await checkRebuild(sql())).toMatchObject({ same: true })
}, 120_000)
