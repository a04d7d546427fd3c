import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { View } from '@/lib/domain/conversation/conversation'
import { toCounts } from '@/lib/domain/conversation/counters'
import { record } from '@/lib/log/fold'
import { applyRebuild, checkRebuild } from '@/lib/log/rebuild'
import { testInbox } from '@/lib/log/testing'
import { readChanges } from '@/lib/realtime/read-changes'
import { readFeedHead } from '../log/load-world'
import { listConversations } from './conversations'
import { mendCounters, readCounters } from './counters'

const inbox = testInbox()
const ANA = randomUUID()
const VIEWS: View[] = ['mine', 'waiting', 'bot', 'all']

function line(member: string, second: number) {
  return {
    from: member,
    to: '85268227287',
    timestamp: String(1_700_000_000 + second),
    type: 'TEXT',
    data: { text: `line ${second}` },
  }
}

let lines = 0
/** Conversations of new members on a channel, by id. */
async function met(channelId: string, count: number): Promise<string[]> {
  const members = Array.from({ length: count }, () => `8526${String(lines++).padStart(7, '0')}`)
  for (const [index, member] of members.entries())
    await inbox.receive(channelId, line(member, index))
  const rows = await inbox.ctx.sql<{ id: string }[]>`
    select c.id from conversations c join members m on m.id = c.member_id
    where m.external_id = any(${members}) order by m.external_id`
  return rows.map(({ id }) => id)
}

async function take(conversationId: string, agentId: string) {
  const asOf = Date.now()
  await inbox.ctx.sql.begin((tx) =>
    record(tx, { type: 'live-chat.set', conversationId, liveChat: true, agentId, asOf }),
  )
}

async function resolve(conversationId: string) {
  await inbox.ctx.sql.begin((tx) =>
    record(tx, { type: 'conversation.status-set', conversationId, status: 'resolved' }),
  )
}

/** Each number beside the length of its list, with all channels and with one. */
async function expectExact(channels: string[]) {
  for (const seenChannels of [undefined, channels.slice(0, 1), channels, []]) {
    const counts = toCounts(await readCounters(inbox.ctx.sql, ANA, seenChannels))
    for (const view of VIEWS) {
      const filter = { view, viewerId: ANA, seenChannels, limit: 100 }
      const { items } = await listConversations(inbox.ctx.sql, filter)
      expect([view, counts[view]]).toEqual([view, items.length])
    }
  }
}

test('every number is the length of its list, of all channels and of those a person sees, also after a rebuild', async () => {
  const { sql } = inbox.ctx
  const channels = [(await inbox.channel()).id, (await inbox.channel('whatsapp', '85211111111')).id]
  const [first, second, third] = await met(channels[0] ?? '', 5)
  const [other] = await met(channels[1] ?? '', 2)
  await expectExact(channels)
  for (const id of [first, second, other]) await take(id ?? '', ANA)
  await resolve(second ?? '')
  await take(third ?? '', randomUUID())
  await expectExact(channels)
  expect(toCounts(await readCounters(sql, ANA)).mine).toBe(2)
  expect(await checkRebuild(sql)).toMatchObject({ same: true })

  await sql`update conversation_counters set n = n + 1 where name = 'bot'`
  const { tables } = await checkRebuild(sql)
  expect(tables.filter(({ same }) => !same).map(({ table }) => table)).toEqual([
    'conversation_counters',
  ])
  expect(await applyRebuild(sql)).toMatchObject({ applied: true })
  await expectExact(channels)
  await resolve(first ?? '')
  await expectExact(channels)
  expect(await checkRebuild(sql)).toMatchObject({ same: true })
})

test('numbers that another version left behind are counted at once, and kept again once they are mended', async () => {
  const { sql } = inbox.ctx
  const channel = await inbox.channel('whatsapp', '85222222222')
  const [id] = await met(channel.id, 3)
  // A version that knows no counters folds: it changes rows and the head, and nothing else.
  await sql`update conversations set status = 'resolved' where id = ${id ?? ''}`
  await sql`update feed_head set feed = feed + 1`
  await expectExact([channel.id])
  await resolve((await met(channel.id, 1))[0] ?? '')
  await expectExact([channel.id])
  const before = await readFeedHead(sql)
  expect(await mendCounters(sql)).toBe(true)
  await expectExact([channel.id])
  expect(await mendCounters(sql)).toBe(false)
  const changes = await readChanges(sql, before, await readFeedHead(sql))
  expect(
    changes.counters?.some(
      ({ channelId, name }) => channelId === channel.id && name === 'resolved',
    ),
  ).toBe(true)
})

test('a frame tells the numbers that changed with it, and a line that moves nothing tells none', async () => {
  const { sql } = inbox.ctx
  const channel = await inbox.channel('whatsapp', '85233333333')
  const [id] = await met(channel.id, 1)
  const before = await readFeedHead(sql)
  await take(id ?? '', ANA)
  const taken = await readChanges(sql, before, await readFeedHead(sql))
  const told = taken.counters?.map(({ name, agentId, n }) => [name, agentId, n])
  expect(told).toContainEqual(['mine', ANA, 1])
  expect(told).toContainEqual(['bot', undefined, 0])
  const quiet = await readFeedHead(sql)
  await inbox.receive(channel.id, line(`8526${String(lines - 1).padStart(7, '0')}`, 900))
  const changes = await readChanges(sql, quiet, await readFeedHead(sql))
  expect(changes.messages).toHaveLength(1)
  expect(changes.counters).toBeUndefined()
})
