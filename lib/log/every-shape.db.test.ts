import { expect, test } from 'vitest'
import { listConversations } from '@/lib/db/conversation/conversations'
import { listMessages } from '@/lib/db/message/messages'
import { type Fixture, loadFixtures } from '@/lib/stella/fixtures/load'
import { toActivityView } from '@/lib/view/activity-view'
import { toConversationView } from '@/lib/view/conversation-view'
import { toMessageView } from '@/lib/view/message-view'
import { checkRebuild } from './rebuild'
import { testInbox } from './testing'

const inbox = testInbox()

const NOBODY = '00000000-0000-0000-0000-000000000000'

/** Fixtures by what arrives together on one channel; disconnecting is another test's matter. */
function byChannel(): Fixture[][] {
  const groups = new Map<string, Fixture[]>()
  for (const fixture of loadFixtures().filter(({ becomes }) => !becomes.deauthorized)) {
    const { platform, dialect } = fixture.channel
    const key = `${platform} ${dialect}`
    groups.set(key, [...(groups.get(key) ?? []), fixture])
  }
  return [...groups.values()]
}

test('every shape goes through the database, in either order, together or one by one, and a rebuild gives the same rows', async () => {
  const { sql } = inbox.ctx
  for (const fixtures of byChannel())
    for (const together of [true, false]) {
      const order = together ? fixtures : fixtures.toReversed()
      const [first] = order
      if (!first) continue
      const { platform, externalId, dialect } = first.channel
      const channel = await inbox.channel(platform, externalId, dialect)
      const bodies = order.map((fixture) => fixture.bytes.toString())
      // What the fold loads for one event alone must be what it finds in memory when many are folded together.
      for (const batch of together ? [bodies] : bodies.map((body) => [body]))
        await inbox.receive(channel.id, ...batch)
      const outcomes = await inbox.outcomes(channel.id)
      expect(outcomes.filter((outcome) => outcome.error)).toEqual([])
      expect(outcomes).toHaveLength(new Set(order.map(({ bytes }) => bytes.toString())).size)
    }
  const check = await checkRebuild(sql)
  expect(check.tables.filter((table) => !table.same)).toEqual([])
  const rows = new Map(check.tables.map((table) => [table.table, table.rows]))
  for (const table of ['reactions', 'member_aliases', 'activities', 'receipts'])
    expect([table, rows.get(table) ?? 0]).toEqual([table, expect.toSatisfy(isSome)])
}, 120_000)

function isSome(count: unknown) {
  return Number(count) > 0
}

function raw(message: object) {
  return {
    contacts: [{ profile: { name: 'Roy' }, wa_id: '85260903521' }],
    messages: [{ from: '85260903521', ...message }],
  }
}

/** The one conversation of a channel as an agent sees it. */
async function threadOf(channelId: string) {
  const { sql } = inbox.ctx
  const page = await listConversations(sql, { view: 'all', viewerId: NOBODY, channelId })
  const conversation = page.items[0]
  if (!conversation) throw new Error('There is no conversation')
  const { items, activities } = await listMessages(sql, conversation.id)
  return {
    conversation: toConversationView(conversation),
    items: items.map(toMessageView),
    activities: activities.map(toActivityView),
    count: page.items.length,
  }
}

test('a reaction that came first waits for its message, and goes when it is taken back', async () => {
  const channel = await inbox.channel()
  const react = (emoji: string, second: number) =>
    raw({
      id: `r${second}`,
      timestamp: String(1_700_000_000 + second),
      type: 'reaction',
      reaction: { message_id: 'said', emoji },
    })
  const text = { id: 'said', timestamp: '1700000000', type: 'text', text: { body: 'Hello' } }
  await inbox.receive(channel.id, react('👍', 5), raw(text))
  const { items } = await threadOf(channel.id)
  expect(items[0]?.reactions).toMatchObject([
    { emoji: '👍', author: 'member', at: new Date(1_700_000_005_000).toISOString() },
  ])
  await inbox.receive(channel.id, react('', 9))
  expect((await threadOf(channel.id)).items[0]?.reactions).toEqual([])
})

test('what a deleted message said leaves neither thread nor list nor search', async () => {
  const channel = await inbox.channel('instagram', 'IGID')
  const event = (message: object, at: number) => ({
    object: 'instagram',
    entry: [
      { messaging: [{ sender: { id: 'S' }, recipient: { id: 'IGID' }, timestamp: at, message }] },
    ],
  })
  await inbox.receive(channel.id, event({ mid: 'm1', text: 'my secret' }, 1_700_000_000_000))
  await inbox.receive(channel.id, event({ mid: 'm1', is_deleted: true }, 1_700_000_001_000))
  const { conversation, items } = await threadOf(channel.id)
  expect(items).toMatchObject([{ deleted: true, content: { type: 'text', text: '' } }])
  expect(JSON.stringify([conversation, items])).not.toContain('secret')
  const filter = { view: 'all' as const, viewerId: NOBODY, channelId: channel.id, q: 'secret' }
  expect((await listConversations(inbox.ctx.sql, filter)).items).toEqual([])
})

test('events of the old and of the new number of a member are one thread, delivery after delivery', async () => {
  const channel = await inbox.channel()
  const text = { type: 'text', text: { body: 'Hello' } }
  const system = { type: 'user_changed_number', body: 'Roy changed', new_wa_id: '85262222222' }
  await inbox.receive(channel.id, raw({ id: 'a', timestamp: '1700000000', ...text }))
  await inbox.receive(channel.id, raw({ id: 'b', timestamp: '1700000001', type: 'system', system }))
  await inbox.receive(channel.id, {
    messages: [{ from: '85262222222', id: 'c', timestamp: '1700000002', ...text }],
  })
  const { conversation, items, activities, count } = await threadOf(channel.id)
  expect(count).toBe(1)
  expect(items).toHaveLength(2)
  expect(conversation.member.externalId).toBe('85262222222')
  expect(activities).toMatchObject([{ kind: 'id-changed', detail: 'Roy changed' }])
})

test('a watermark reads what the bot said before it, in another batch', async () => {
  const channel = await inbox.channel('messenger', 'PAGE')
  const bot = (id: string, timestamp: number) => ({
    type: 'BOT',
    messageEvent: {
      from: 'PAGE',
      to: 'P',
      timestamp,
      type: 'TEXT',
      data: { text: id },
      messageId: id,
    },
  })
  await inbox.receive(channel.id, bot('one', 1_700_000_000_000), bot('two', 1_700_000_009_000))
  await inbox.receive(channel.id, {
    sender: { id: 'P' },
    recipient: { id: 'PAGE' },
    timestamp: 1_700_000_010_000,
    read: { watermark: 1_700_000_005_000 },
  })
  await inbox.receive(channel.id, bot('three', 1_700_000_001_000))
  const { items } = await threadOf(channel.id)
  expect(items.map((message) => [message.text, message.delivery])).toEqual([
    ['one', 'read'],
    ['three', 'read'],
    ['two', 'sent'],
  ])
})

test('a watermark of somebody nobody has met waits in another batch, and counts as a status', async () => {
  const channel = await inbox.channel('messenger', 'PAGE')
  const read = (second: number) => ({
    sender: { id: 'P' },
    recipient: { id: 'PAGE' },
    timestamp: (1_700_000_000 + second) * 1_000,
    read: { watermark: (1_700_000_000 + second) * 1_000 },
  })
  await inbox.receive(channel.id, read(5))
  await inbox.receive(channel.id, read(3))
  const { sql } = inbox.ctx
  const made = () => sql`select 1 from conversations where channel_id = ${channel.id}`
  expect(await made()).toHaveLength(0)
  expect((await inbox.outcomes(channel.id)).map(({ outcome }) => outcome)).toEqual([
    'status',
    'duplicate',
  ])
  const messageEvent = {
    from: 'PAGE',
    to: 'P',
    timestamp: 1_700_000_004_000,
    type: 'TEXT',
    data: { text: 'one' },
    messageId: 'one',
  }
  await inbox.receive(channel.id, { type: 'BOT', messageEvent })
  const { items } = await threadOf(channel.id)
  expect(items).toMatchObject([{ text: 'one', delivery: 'read' }])
  const check = await checkRebuild(sql)
  expect(check.tables.filter((table) => !table.same)).toEqual([])
})

test('the files of a message that is seen again stay as they were stored', async () => {
  const channel = await inbox.channel()
  const at = '1700000000'
  await inbox.receive(channel.id, {
    from: '85260903521',
    to: '85268227287',
    timestamp: at,
    type: 'MISC',
    data: { attachments: [{ type: 'IMAGE', waMediaId: 'file-1' }] },
  })
  const { sql } = inbox.ctx
  await sql`update media set state = 'stored', size = 7 where channel_id = ${channel.id}`
  const image = { id: 'file-1', mime_type: 'image/jpeg' }
  await inbox.receive(channel.id, raw({ id: 'i', timestamp: at, type: 'image', image }))
  const { items } = await threadOf(channel.id)
  expect(items).toMatchObject([{ media: [{ state: 'stored', size: 7 }] }])
})
