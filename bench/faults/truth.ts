import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import { connect, type Sql } from '@/lib/db/client'
import { checkRebuild } from '@/lib/log/rebuild'
import type { Inbox } from '../support/bench-inbox'
import type { Delivery } from '../support/deliveries'

const FOLD_TIMEOUT_MS = 30_000

/**
 * Every acknowledged delivery is in the log exactly once, every line stands once in its member's thread, in the order
 * in which it was written, and folding the log again gives the same rows.
 */
export async function expectTruth({ databaseUrl, channelId }: Inbox, deliveries: Delivery[]) {
  const sql = connect(databaseUrl, { max: 2 })
  try {
    // Some may still be on their way from the local spool.
    const hashes = hashesOf(deliveries)
    await expect
      .poll(() => countLogged(sql, channelId), { timeout: FOLD_TIMEOUT_MS })
      .toBeGreaterThanOrEqual(hashes.length)
    await expect.poll(() => countPending(sql), { timeout: FOLD_TIMEOUT_MS }).toBe(0)
    expect(await loggedHashes(sql, channelId)).toEqual(hashes)
    expect(await threads(sql, channelId)).toEqual(threadsOf(deliveries))
    const { tables } = await checkRebuild(sql)
    expect(tables.filter((table) => !table.same)).toEqual([])
  } finally {
    await sql.end()
  }
}

async function countLogged(sql: Sql, channelId: string): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*) as count from events where channel_id = ${channelId} and kind = 'webhook'`
  return row?.count ?? 0
}

/** The bodies in the log. A crash must not have left one that nobody delivered either. */
async function loggedHashes(sql: Sql, channelId: string): Promise<string[]> {
  const rows = await sql<{ sha256: string }[]>`
    select encode(sha256, 'hex') as sha256 from events
    where channel_id = ${channelId} and kind = 'webhook'`
  return rows.map((row) => row.sha256).sort()
}

function hashesOf(deliveries: Delivery[]): string[] {
  const hashes = deliveries.map(({ body }) => createHash('sha256').update(body).digest('hex'))
  return [...new Set(hashes)].sort()
}

async function threads(sql: Sql, channelId: string): Promise<Record<string, string[]>> {
  const rows = await sql<{ member: string; text: string }[]>`
    select p.external_id as member, m.content->>'text' as text
    from messages m join conversations c on c.id = m.conversation_id
      join members p on p.id = c.member_id
    where m.channel_id = ${channelId} and not m.removed
    order by m.sent_at, m.event_id, m.place`
  return group(rows)
}

/** As written: one line for each text, whatever number of bodies told of it. */
function threadsOf(deliveries: Delivery[]): Record<string, string[]> {
  const lines = new Map(deliveries.map((delivery) => [delivery.text, delivery]))
  return group([...lines.values()])
}

function group(lines: { member: string; text: string }[]): Record<string, string[]> {
  const threads: Record<string, string[]> = {}
  for (const { member, text } of lines) {
    const thread = threads[member] ?? []
    thread.push(text)
    threads[member] = thread
  }
  return threads
}

async function countPending(sql: Sql): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*) as count from pending_events`
  return row?.count ?? 0
}
