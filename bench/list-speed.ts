import type { Sql } from '@/lib/db/client'
import { listConversations } from '@/lib/db/conversation/conversations'
import { readCounters } from '@/lib/db/conversation/counters'
import type { ConversationFilter } from '@/lib/db/conversation/list-page'
import { countFailedReplies } from '@/lib/db/reply/failed-replies'
import { CHANNELS, seededId } from './seed/seed-workspace'
import { openSeeded } from './seed/seeded-databases'
import type { Stops } from './support/bench-inbox'
import { type Figure, ratio, report } from './support/figures'
import { inTurns, type Work } from './support/in-turns'
import { threadWork } from './thread-work'

const SHORT = { sizes: [500, 2_000], longest: 500, rounds: 1, calls: 3 }
const LONG = { sizes: [10_000, 1_000_000], longest: 100_000, rounds: 5, calls: 7 }
const DEEP_PAGES = 20
const PAGE = 50

/**
 * S7, S8, S9: every list, the counters and one long thread, each beside the same in a workspace a hundred times smaller or
 * in a thread of fifty, in turns. Beside them what is asked elsewhere: `count(*)` and a page by OFFSET.
 */
export async function benchLists(life: Stops, { short = false } = {}): Promise<Figure[]> {
  const { sizes, longest, rounds, calls } = short ? SHORT : LONG
  const [few, many] = await openSeeded(
    life,
    sizes.map((conversations) => ({ conversations, longest })),
  )
  if (!few || !many) throw new Error('There are two sizes.')
  const figures: Figure[] = []
  const [inFew, inMany] = [await listWork(few.sql), await listWork(many.sql)]
  for (const [name, work] of inMany) {
    const floor = inFew.get(name)
    if (!floor) continue
    const [ours, floors] = await inTurns([work, floor], { rounds, calls })
    figures.push({ name: `${name}, ${many.size.conversations}`, unit: 'ms', values: ours ?? [] })
    figures.push(
      ratio(`${name} / ${few.size.conversations} (reach ≤ 1.5)`, ours ?? [], floors ?? []),
    )
  }
  figures.push(...(await peerFigures(many.sql, { rounds, calls })))
  const threads = await threadWork(many.sql)
  for (const [name, { long, short: floor }] of threads) {
    const [ours, floors] = await inTurns([long, floor], { rounds, calls })
    figures.push({ name: `S9 ${name}, thread of ${longest}`, unit: 'ms', values: ours ?? [] })
    figures.push(ratio(`S9 ${name} / thread of 50 (reach ≤ 1.5)`, ours ?? [], floors ?? []))
  }
  await report(short ? 'list-short' : 'list', figures)
  return figures
}

/** The views of the first agent: whole, kept to the smallest channel and to three, with tags, and a page far down. */
async function listWork(sql: Sql): Promise<Map<string, Work>> {
  const viewerId = await idOf(sql, seededId('agent', 1))
  const small = await idOf(sql, seededId('channel', CHANNELS))
  const some = [
    small,
    await idOf(sql, seededId('channel', 12)),
    await idOf(sql, seededId('channel', 1)),
  ]
  const work = new Map<string, Work>()
  for (const view of ['all', 'bot', 'waiting', 'mine'] as const) {
    const list = (more: Partial<ConversationFilter> = {}) => {
      const filter = { view, viewerId, limit: PAGE, ...more }
      return () => listConversations(sql, filter)
    }
    work.set(`S7 ${view}`, list())
    work.set(`S7 ${view}, kept to a small channel`, list({ seenChannels: [small] }))
    work.set(`S7 ${view}, kept to three`, list({ seenChannels: some }))
    for (const tag of ['vip', 'rare', 'old campaign'])
      work.set(`S7 ${view} with “${tag}”`, list({ tag }))
    if (view === 'all' || view === 'bot')
      work.set(
        `S7 ${view}, page ${DEEP_PAGES + 1}`,
        list({ cursor: await cursorAt(list, DEEP_PAGES) }),
      )
  }
  work.set('S8 counters', () => counters(sql, viewerId))
  work.set('S8 counters, kept to three', () => counters(sql, viewerId, some))
  return work
}

function counters(sql: Sql, viewerId: string, seen?: string[]) {
  return Promise.all([readCounters(sql, viewerId, seen), countFailedReplies(sql, viewerId, seen)])
}

async function cursorAt(
  list: (more: { cursor?: string }) => () => ReturnType<typeof listConversations>,
  pages: number,
): Promise<string | undefined> {
  let cursor: string | undefined
  for (let page = 0; page < pages; page += 1) {
    const { nextCursor } = await list({ cursor })()
    if (!nextCursor) break
    cursor = nextCursor
  }
  return cursor
}

async function peerFigures(sql: Sql, turns: { rounds: number; calls: number }): Promise<Figure[]> {
  const viewerId = await idOf(sql, seededId('agent', 1))
  const [ours, counted, ourPage, byOffset] = await inTurns(
    [
      () => counters(sql, viewerId),
      () => sql`
        select count(*) filter (where assignee_id = ${viewerId} and status = 'open') as mine,
          count(*) filter (where owner = 'waiting' and status = 'open') as waiting,
          count(*) filter (where owner in ('bot', 'unknown') and status = 'open') as bot, count(*) as all
        from conversations`,
      () => listConversations(sql, { view: 'all', viewerId, limit: PAGE }),
      () => sql`
        select id from conversations order by last_activity_at desc, id desc
        limit ${PAGE} offset (select count(*) / 2 from conversations)`,
    ],
    { ...turns, calls: Math.min(turns.calls, 3) },
  )
  return [
    { name: 'S8 count(*)', unit: 'ms', values: counted ?? [] },
    ratio('S8 counters / count(*) (reach ≤ 0.05)', ours ?? [], counted ?? []),
    { name: 'S7 a page by OFFSET, half way down', unit: 'ms', values: byOffset ?? [] },
    ratio('S7 our page / by OFFSET', ourPage ?? [], byOffset ?? []),
  ]
}

async function idOf(sql: Sql, expression: string): Promise<string> {
  const [row] = await sql.unsafe<{ id: string }[]>(`select ${expression} as id`)
  return row?.id ?? ''
}
