import { expect, test } from 'vitest'
import { readDeliveryTimes } from '@/lib/db/channel/delivery-hours'
import { reason } from '@/lib/i18n/reason'
import { testInbox } from '@/lib/log/testing'
import { browseEvents, browseSchema } from './browse-events'
import { inspectEvent } from './inspect-event'

const inbox = testInbox()
const MEMBER = '85260903521'

const raw = (id: string, text: string, second = 0) => ({
  contacts: [{ profile: { name: 'Roy' }, wa_id: MEMBER }],
  messages: [
    {
      from: MEMBER,
      id,
      timestamp: String(1_700_000_000 + second),
      type: 'text',
      text: { body: text },
    },
  ],
})
const normalized = (text: string, second = 0) => ({
  from: MEMBER,
  to: '85268227287',
  timestamp: String(1_700_000_000 + second),
  type: 'TEXT',
  data: { text },
})

async function eventsOf(channelId: string) {
  const rows = await inbox.ctx.sql<{ id: number }[]>`
    select id from events where channel_id = ${channelId} and kind = 'webhook' order by id`
  return rows.map((row) => row.id)
}

test('a raw event and its normalized twin lead to each other, with the fields in which they differ', async () => {
  const channel = await inbox.channel()
  await inbox.receive(channel.id, normalized('Hello'), raw('A1', 'Hello', 2), raw('A2', 'Other'))
  const [first = 0, second = 0, third = 0] = await eventsOf(channel.id)
  const seen = await inspectEvent(inbox.ctx, second)
  expect(seen.twin).toMatchObject({ id: first, raw: second, normalized: first })
  const differing = seen.twin?.fields.filter((pair) => pair.differs).map((pair) => pair.path)
  expect(differing).toEqual(expect.arrayContaining(['source', 'platformMessageId', 'at']))
  expect(differing).not.toContain('content.text')
  expect((await inspectEvent(inbox.ctx, first)).twin?.id).toBe(second)
  expect((await inspectEvent(inbox.ctx, third)).twin).toBeUndefined()
})

test('an event shows what it was read as and the rows it made; a status the message it is about', async () => {
  const channel = await inbox.channel()
  await inbox.receive(channel.id, raw('B1', 'Mine'))
  await inbox.receive(channel.id, {
    statuses: [{ id: 'B1', status: 'read', timestamp: '1700000010', recipient_id: MEMBER }],
  })
  const [first = 0, second = 0] = await eventsOf(channel.id)
  const made = await inspectEvent(inbox.ctx, first)
  expect(made.reading).toMatchObject({ name: 'whatsapp.raw', problems: [] })
  expect(made.rows).toEqual([
    expect.objectContaining({
      table: 'messages',
      relation: 'made',
      text: reason('log.rows.message', { author: 'member', text: 'Mine' }),
    }),
  ])
  expect(made.signature?.state).toBe('not-kept')
  const status = await inspectEvent(inbox.ctx, second)
  expect(status.rows.map((row) => [row.table, row.relation])).toEqual([
    ['messages', 'named'],
    ['receipts', 'made'],
  ])
})

test('bytes that nobody reads are inspected as well, and one of ours names its rows', async () => {
  const channel = await inbox.channel()
  await inbox.receive(channel.id, '\u0000{"not json')
  const [broken = 0] = await eventsOf(channel.id)
  const seen = await inspectEvent(inbox.ctx, broken)
  expect(seen.reading?.problems[0]?.key).toBe('delivery.problem.notJson')
  expect(seen.rows).toEqual([])
  const [own] = await inbox.ctx.sql<{ id: number }[]>`
    select id from events where kind = 'channel.connected' and channel_id = ${channel.id}`
  expect(await inspectEvent(inbox.ctx, own?.id ?? 0)).toEqual({ rows: [] })
  await expect(inspectEvent(inbox.ctx, 999_999_999)).rejects.toMatchObject({ code: 'not_found' })
})

test('the log is narrowed by words in the bytes, family of kinds, time and what is newer', async () => {
  const channel = await inbox.channel()
  await inbox.receive(channel.id, normalized('needle 你好'), normalized('hay', 5))
  const [first = 0, second = 0] = await eventsOf(channel.id)
  const ids = async (query: object) =>
    (
      await browseEvents(inbox.ctx, browseSchema.parse({ channel: channel.id, ...query }))
    ).items.map((item) => item.id)
  expect(await ids({ q: '你好' })).toEqual([first])
  expect(await ids({ q: 'NEEDLE' })).toEqual([])
  expect(await ids({ kind: 'webhook', after: String(first) })).toEqual([second])
  const kinds = await browseEvents(
    inbox.ctx,
    browseSchema.parse({ channel: channel.id, kind: 'channel.*' }),
  )
  expect(kinds.items.map((item) => item.kind)).toEqual(['channel.connected'])
  const hourAgo = new Date(Date.now() - 3_600_000).toISOString()
  expect(await ids({ to: hourAgo })).toEqual([])
  expect(await ids({ from: hourAgo, kind: 'webhook' })).toEqual([second, first])
  expect(await ids({ outcome: 'pending' })).toEqual([])
  expect(browseSchema.safeParse({ from: 'yesterday' }).success).toBe(false)
})

test('deliveries are counted by hour once the hour is over, and never twice', async () => {
  const channel = await inbox.channel()
  await inbox.receive(channel.id, normalized('now'), normalized('now too', 9))
  const now = Date.now()
  const hour = Math.floor(now / 3_600_000)
  const fresh = (await readDeliveryTimes(inbox.ctx.sql, now)).get(channel.id)
  expect(fresh?.counts.size).toBe(0)
  expect(Math.abs((fresh?.lastAt ?? 0) - now)).toBeLessThan(60_000)
  const later = now + 2 * 3_600_000
  for (let round = 0; round < 2; round += 1) {
    const times = (await readDeliveryTimes(inbox.ctx.sql, later)).get(channel.id)
    const counted = [...(times?.counts ?? [])].filter(([each]) => Math.abs(each - hour) <= 1)
    expect(counted.reduce((sum, [, count]) => sum + count, 0)).toBe(2)
  }
})
