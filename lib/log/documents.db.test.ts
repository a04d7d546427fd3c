import { expect, test } from 'vitest'
import { addChannel } from '@/lib/admin/channel/add-channel'
import { addConnection } from '@/lib/admin/channel/add-connection'
import * as documents from '@/lib/stella/fixtures/documents'
import { checkRebuild } from './rebuild'
import { testInbox } from './testing'

const inbox = testInbox()

test('raw and normalized text of the documents are one bubble, in either order', async () => {
  for (const bodies of [
    [documents.RAW_TEXT, documents.NORMALIZED_TEXT],
    [documents.NORMALIZED_TEXT, documents.RAW_TEXT],
  ]) {
    const channel = await inbox.channel()
    await inbox.receive(channel.id, ...bodies)
    expect(await inbox.thread(channel.id)).toMatchObject([
      {
        author: 'member',
        content: { type: 'text', text: 'Hello' },
        sentAt: 1_599_536_864_000,
        platformMessageId: 'ABGGhSYJA1IfAgo6qRe8bWPLEpxD',
      },
    ])
  }
})

test('raw and normalized video of the documents, with their two different times, are one bubble', async () => {
  for (const bodies of [
    [documents.RAW_VIDEO, documents.NORMALIZED_VIDEO],
    [documents.NORMALIZED_VIDEO, documents.RAW_VIDEO],
  ]) {
    const channel = await inbox.channel()
    await inbox.receive(channel.id, ...bodies)
    const [message, ...more] = await inbox.thread(channel.id)
    expect(more).toEqual([])
    expect(message).toMatchObject({ content: { type: 'video' }, sentAt: 1_599_537_042_000 })
    expect(message?.content.mediaIds).toHaveLength(1)
  }
})

test('the video sample as printed is no JSON: it is quarantined, not lost', async () => {
  const channel = await inbox.channel()
  await inbox.receive(channel.id, documents.NORMALIZED_VIDEO_AS_PRINTED)
  const [event] = await inbox.outcomes(channel.id)
  expect(event?.outcome).toBe('quarantined')
  expect(event?.error).toMatchObject({ key: 'delivery.problem.notJson' })
  const [{ body } = { body: Buffer.of() }] = await inbox.ctx.sql<{ body: Buffer }[]>`
    select body from events where channel_id = ${channel.id} and kind = 'webhook'`
  expect(body.toString()).toBe(documents.NORMALIZED_VIDEO_AS_PRINTED)
})

test('BOT, MANUAL and RELAY lines stand in the thread under their own authors', async () => {
  const channel = await inbox.channel()
  await inbox.receive(
    channel.id,
    documents.outbound('BOT', { messageId: 'b' }),
    documents.outbound('MANUAL', { messageId: 'm', timestamp: 1599093016000 }),
    documents.outbound('RELAY', { messageId: 'r', timestamp: 1599093017000 }),
    documents.outbound('RELAY', {
      from: '85260903521',
      to: '85268227287',
      messageId: undefined,
      timestamp: 1599093018000,
      data: { text: 'to the pairing channel' },
    }),
  )
  const messages = await inbox.thread(channel.id)
  expect(messages.map((message) => message.author)).toEqual(['bot', 'api', 'relay', 'member'])
})

test('deauthorize disconnects every channel of the connection; what still arrives is kept, and connecting again resumes', async () => {
  const given = {
    connectionId: inbox.connectionId,
    name: 'Shop HK',
    platform: 'whatsapp' as const,
    stellaId: 'resumes',
    externalId: '85268227287',
    secret: 'old secret',
  }
  const channel = await addChannel(inbox.ctx, given)
  const isAuthorized = async () => {
    const [row] = await inbox.ctx.sql`select authorized from channels where id = ${channel.id}`
    return row?.authorized
  }
  await expect(addChannel(inbox.ctx, given)).rejects.toThrow(/already connected/)
  await inbox.receive(channel.id, documents.DEAUTHORIZE)
  expect(await isAuthorized()).toBe(false)
  await inbox.receive(channel.id, documents.RAW_TEXT)
  expect(await inbox.thread(channel.id)).toHaveLength(1)

  const renewed = await addConnection(inbox.ctx, { name: 'Shop again', accessToken: 'new-token' })
  const resumed = await addChannel(inbox.ctx, { ...given, connectionId: renewed.id, secret: 'new' })
  expect(resumed).toEqual(channel)
  expect(await isAuthorized()).toBe(true)
  expect(await inbox.thread(channel.id)).toHaveLength(1)
})

test('the same bytes again are one event with a count', async () => {
  const channel = await inbox.channel()
  await inbox.receive(channel.id, documents.RAW_TEXT, documents.RAW_TEXT, documents.RAW_TEXT)
  expect(await inbox.outcomes(channel.id)).toMatchObject([{ outcome: 'message', deliveries: 3 }])
})

test('a rebuild of the log gives the same rows', async () => {
  const check = await checkRebuild(inbox.ctx.sql)
  expect(check.tables.filter((table) => !table.same)).toEqual([])
  expect(check.events).toBeGreaterThan(10)
  expect(check.tables.find((table) => table.table === 'messages')?.rows).toBeGreaterThan(5)
})
