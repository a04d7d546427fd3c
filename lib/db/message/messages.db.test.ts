import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { toOrderText } from '@/lib/domain/conversation/order'
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
