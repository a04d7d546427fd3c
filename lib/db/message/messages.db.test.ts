import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { toOrderText } from '@/lib/domain/conversation/order'
import { type Content, textOf } from '@/lib/domain/message/content'
import { testInbox } from '@/lib/log/testing'
import { listMessages } from './messages'

const inbox = testInbox()
const START_S = 1_700_000_000
const LINES = 30
/** Between two lines: five thousand in the whole thread. */
const BETWEEN = Math.ceil(5_000 / LINES)

test('a page of a thread carries the activities of its own stretch of time, and all pages together carry each once', async () => {
  const { sql } = inbox.ctx
  const channel = await inbox.channel()
  const bodyOf = (index: number) => ({
    from: '85260903521',
    to: '85268227287',
    timestamp: String(START_S + index * 60),
    type: 'TEXT',
    data: { text: `line ${index}` },
  })
  await inbox.receive(channel.id, ...Array.from({ length: LINES }, (_, index) => bodyOf(index)))
  const [row] = await sql<{ id: string }[]>`
    select id from conversations where channel_id = ${channel.id}`
  const conversationId = row?.id ?? ''
  const rows = Array.from({ length: LINES * BETWEEN }, (_, index) => ({
    id: randomUUID(),
    conversationId,
    eventId: index,
    at: (START_S + Math.floor(index / BETWEEN) * 60 + (index % BETWEEN ? 1 : 0)) * 1_000,
    kind: 'resolved',
    feed: index,
  }))
  for (let from = 0; from < rows.length; from += 1_000)
    await sql`insert into activities ${sql(rows.slice(from, from + 1_000))}`

  const forwards = await walk((cursor) => ({ after: cursor }), 'nextCursor', await oldest())
  const backwards = await walk((cursor) => ({ before: cursor }), 'previousCursor')
  const most = 2 * (BETWEEN + 1)
  for (const page of [...forwards, ...backwards]) expect(page.length).toBeLessThanOrEqual(most)
  expect(new Set(backwards.flat())).toEqual(new Set(rows.map(({ id }) => id)))
  expect(backwards.flat()).toHaveLength(rows.length)
  // Forwards begins after the first line, and so after what stands at its moment.
  expect(new Set(forwards.flat()).size).toBe(rows.length - 1)
  expect(forwards.flat()).toHaveLength(rows.length - 1)

  async function walk(
    toPage: (cursor?: string) => { after?: string; before?: string },
    next: 'nextCursor' | 'previousCursor',
    start?: string,
  ) {
    const pages: string[][] = []
    let cursor: string | undefined = start
    do {
      const page = await listMessages(sql, conversationId, { ...toPage(cursor), limit: 2 })
      pages.push(page.activities.map(({ id }) => id))
      cursor = page[next] ?? undefined
    } while (cursor)
    return pages
  }

  async function oldest() {
    const { items } = await listMessages(sql, conversationId, { limit: LINES })
    return items[0] && toOrderText(items[0])
  }
})

test('a page around a line has it and as much on both sides, and goes on both ways without a gap or a repeat', async () => {
  const { sql } = inbox.ctx
  const { conversationId, all } = await thread('85211111111', 40)
  const middle = all[20]
  const around = await listMessages(sql, conversationId, {
    around: middle && toOrderText(middle),
    limit: 10,
  })
  expect(textsOf(around.items)).toEqual(textsOf(all.slice(15, 25)))
  const older = await listMessages(sql, conversationId, {
    before: around.previousCursor ?? '',
    limit: 100,
  })
  const newer = await listMessages(sql, conversationId, {
    after: around.nextCursor ?? '',
    limit: 100,
  })
  expect([older.previousCursor, newer.nextCursor]).toEqual([null, null])
  expect(textsOf([...older.items, ...around.items, ...newer.items])).toEqual(textsOf(all))

  const end = all.at(-1)
  const last = await listMessages(sql, conversationId, {
    around: end && toOrderText(end),
    limit: 10,
  })
  expect(textsOf(last.items)).toEqual(textsOf(all.slice(34)))
  expect(last.nextCursor).toBe(null)
})

test('a page of very long lines ends early, and its cursor goes on from there', async () => {
  const { sql } = inbox.ctx
  const { conversationId, all } = await thread('85222222222', 12, 100_000)
  const pages: number[] = []
  const found: string[] = []
  let cursor: string | undefined
  do {
    const page = await listMessages(sql, conversationId, { before: cursor, limit: 12 })
    pages.push(page.items.length)
    found.unshift(...textsOf(page.items))
    cursor = page.previousCursor ?? undefined
  } while (cursor)
  expect(Math.max(...pages)).toBeLessThan(12)
  expect(found).toEqual(textsOf(all))
})

/** A thread of so many lines, each with so many letters that no compression makes small. */
async function thread(number: string, count: number, letters = 0) {
  const { sql } = inbox.ctx
  const channel = await inbox.channel('whatsapp', number)
  const bodies = Array.from({ length: count }, (_, index) => ({
    from: '85260903521',
    to: number,
    timestamp: String(START_S + index * 60),
    type: 'TEXT',
    data: { text: `line ${index} ${randomBytes(letters / 2).toString('hex')}` },
  }))
  await inbox.receive(channel.id, ...bodies)
  const [row] = await sql<{ id: string }[]>`
    select id from conversations where channel_id = ${channel.id}`
  const conversationId = row?.id ?? ''
  const all = await sql<{ sentAt: number; eventId: number; place: number; content: Content }[]>`
    select * from messages where conversation_id = ${conversationId} order by sent_at`
  return { conversationId, all: [...all] }
}

function textsOf(lines: { content: Content }[]) {
  return lines.map(({ content }) => textOf(content) ?? '')
}
