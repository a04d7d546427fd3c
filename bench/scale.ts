import { createHash } from 'node:crypto'
import type { Sql } from '@/lib/db/client'
import { insertDeliveries } from '@/lib/db/log/events'
import { foldPending } from '@/lib/log/fold'
import { seededId } from './seed/seed-workspace'
import { openSeeded } from './seed/seeded-databases'
import type { Stops } from './support/bench-inbox'
import { type Figure, ratio, report } from './support/figures'
import { perSecond } from './support/poster'

const SHORT = { sizes: [500, 2_000], longest: 500, rounds: 1, events: 200 }
const LONG = { sizes: [10_000, 1_000_000], longest: 100_000, rounds: 7, events: 3_000 }

/** S3 in a large workspace: lines of members from all over it, folded alone, beside the same in one a hundred times smaller. */
export async function benchScale(life: Stops, { short = false } = {}): Promise<Figure[]> {
  const { sizes, longest, rounds, events } = short ? SHORT : LONG
  const [few, many] = await openSeeded(
    life,
    sizes.map((conversations) => ({ conversations, longest })),
  )
  if (!few || !many) throw new Error('There are two sizes.')
  const values: [number[], number[]] = [[], []]
  for (const { sql } of [few, many]) await fold(sql, 'warm', events)
  for (let round = 0; round < rounds; round += 1) {
    values[0].push(await fold(few.sql, `round ${round}`, events))
    values[1].push(await fold(many.sql, `round ${round}`, events))
  }
  const figures: Figure[] = [
    { name: `S3 fold alone, ${few.size.conversations}`, unit: 'events/s', values: values[0] },
    { name: `S3 fold alone, ${many.size.conversations}`, unit: 'events/s', values: values[1] },
    ratio(`S3 ${many.size.conversations} / ${few.size.conversations}`, values[1], values[0]),
  ]
  await report(short ? 'scale-short' : 'scale', figures)
  return figures
}

/**
 * One new line each of members who are met in the first round: the seeded ones have ids that the fold wouldn't give them.
 * Gives the events a second.
 */
async function fold(sql: Sql, label: string, count: number): Promise<number> {
  const [channel] = await sql.unsafe<{ id: string }[]>(`select ${seededId('channel', 1)} as id`)
  const channelId = channel?.id ?? ''
  const rows = Array.from({ length: count }, (_, index) => {
    const from = `8618${String(index).padStart(7, '0')}`
    const text = { body: `${label} ${Date.now()} ${index}` }
    const timestamp = String(Math.floor(Date.now() / 1000))
    const id = `wamid.${text.body}`
    const message = { from, id, timestamp, type: 'text', text }
    const body = Buffer.from(JSON.stringify({ messages: [message] }))
    const sha256 = createHash('sha256').update(body).digest()
    return { channelId, body, sha256, headers: {}, deliveries: 1 }
  })
  await insertDeliveries(sql, rows)
  const startedAt = performance.now()
  const folded = await foldPending(sql)
  if (folded !== rows.length) throw new Error(`${folded} of ${rows.length} events were folded.`)
  return perSecond(folded, startedAt)
}
