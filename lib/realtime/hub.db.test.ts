import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addAgent } from '@/lib/admin/people/add-agent'
import { FEED_CHANNEL } from '@/lib/db/log/feed'
import { readFeedHead } from '@/lib/db/log/load-world'
import { testInbox } from '@/lib/log/testing'
import type { Changes } from '@/lib/view/changes'
import { FAREWELL } from './frames'
import { Hub } from './hub'
import { openStream } from './open-stream'

const inbox = testInbox()
let hub: Hub
let sessionId: string
let agentId: string
let channelId: string

beforeAll(async () => {
  const { ctx } = inbox
  const agent = await addAgent(ctx, {
    email: 'ana@example.com',
    name: 'Ana',
    role: 'agent',
    password: 'long enough',
  })
  agentId = agent.id
  sessionId = randomUUID()
  await ctx.sql`insert into sessions (id, agent_id, expires_at)
    values (${sessionId}, ${agent.id}, now() + interval '1 hour')`
  channelId = (await inbox.channel()).id
  hub = new Hub(ctx.sql, (error) => {
    throw error
  })
  await hub.start(FEED_CHANNEL)
})
afterAll(() => hub.stop(FAREWELL))

test('a browser that comes and goes while lines arrive has every line in the end, in order', async () => {
  const start = await readFeedHead(inbox.ctx.sql)
  const steady = read(start)
  const wanderer: string[] = []
  let cursor = start
  const writing = write(0, 120)
  for (let visit = 0; visit < 8; visit++) {
    const stream = read(cursor)
    await stream.until((seen) => seen.size >= 5 || visit > 3)
    await stream.leave()
    wanderer.push(...stream.seen)
    cursor = stream.cursor()
  }
  await writing
  await steady.until((seen) => seen.size === 120)
  const last = read(cursor)
  await last.until((seen) => new Set([...wanderer, ...seen]).size === 120)
  await Promise.all([last.leave(), steady.leave()])
  expect(steady.feeds).toEqual([...steady.feeds].sort((a, b) => a - b))
})

test('a gap too wide for rows is said so, and the stream goes on from now', async () => {
  const head = await readFeedHead(inbox.ctx.sql)
  const stream = read(head + 1_000)
  await expect.poll(() => stream.events).toContain('reset')
  await write(500, 501)
  await stream.until((seen) => seen.has('line 500'))
  await stream.leave()
})

test('a reader that has gone is forgotten', async () => {
  const before = hub.size
  const stream = read(undefined)
  await expect.poll(() => hub.size).toBe(before + 1)
  await stream.leave()
  await expect.poll(() => hub.size).toBe(before)
})

async function write(from: number, to: number) {
  for (let index = from; index < to; index++)
    await inbox.receive(channelId, {
      from: `8526000${index % 7}`,
      to: '85268227287',
      timestamp: String(1_700_000_000 + index),
      type: 'TEXT',
      data: { text: `line ${index}` },
    })
}

/** A browser's end of a stream: what it saw, and where it would go on. */
function read(after: number | undefined, from = hub) {
  const abort = new AbortController()
  const body = openStream(
    { sql: inbox.ctx.sql, hub: from },
    { sessionId, agentId, after, signal: abort.signal },
  )
  const reader = body.getReader()
  const seen = new Set<string>()
  const feeds: number[] = []
  const events: string[] = []
  let cursor = after ?? 0
  const done = (async () => {
    const decoder = new TextDecoder()
    for (;;) {
      const { value, done: ended } = await reader.read()
      if (ended) return
      for (const frame of decoder.decode(value).split('\n\n').filter(Boolean)) {
        events.push(/event: (\w+)/.exec(frame)?.[1] ?? '')
        const data = /^data: (.*)$/m.exec(frame)?.[1]
        if (!data || !frame.includes('event: changes')) continue
        const changes: Changes = JSON.parse(data)
        cursor = changes.feed
        feeds.push(changes.feed)
        for (const message of changes.messages) seen.add(message.text ?? '')
      }
    }
  })()
  return {
    seen,
    feeds,
    events,
    cursor: () => cursor,
    until: (enough: (seen: Set<string>) => boolean) =>
      expect.poll(() => enough(seen), { timeout: 20_000, interval: 20 }).toBe(true),
    async leave() {
      await reader.cancel()
      await done
    },
  }
}

test('a read that fails is tried again, so that the last line of a quiet inbox is shown', async () => {
  let failing = 0
  const { sql } = inbox.ctx
  const ailing = new Proxy(sql, {
    apply: (target, self, args) =>
      failing-- > 0
        ? Promise.reject(new Error('Postgres is away'))
        : Reflect.apply(target, self, args),
  })
  const reported: unknown[] = []
  const other = new Hub(ailing, (error) => reported.push(error))
  await other.start(FEED_CHANNEL)
  const stream = read(await readFeedHead(sql), other)
  await expect.poll(() => other.size).toBe(1)
  failing = 5
  await write(700, 701)
  await stream.until((seen) => seen.has('line 700'))
  // The first time its four questions fail, then the one how far the feed has come.
  expect(reported.map(String)).toEqual(Array(2).fill('Error: Postgres is away'))
  await stream.leave()
  await other.stop(FAREWELL)
})
