import { z } from 'zod'
import type { Context } from '@/lib/context'
import { findEvent, listEvents } from '@/lib/db/log/event-listing'
import { readLastEventId } from '@/lib/db/log/events'
import type { EventListing, WholeEvent } from '@/lib/domain/log/event-listing'
import { OUTCOMES } from '@/lib/domain/log/outcome'
import { AppError } from '@/lib/errors'
import { reason, schemaMessage } from '@/lib/i18n/reason'

const LIMIT_DEFAULT = 50
const LIMIT_MAX = 200
const SEARCH_LENGTH_MAX = 200

const EVENT_NUMBER = schemaMessage('log.problem.eventNumber')
const eventId = z.coerce
  .number(EVENT_NUMBER)
  .int(EVENT_NUMBER)
  .positive(EVENT_NUMBER)
  .max(Number.MAX_SAFE_INTEGER, EVENT_NUMBER)

/** `pending`: the fold has not reached it yet. */
const SHOWN_OUTCOMES = [...OUTCOMES, 'pending'] as const

const moment = z.iso
  .datetime({ offset: true, error: schemaMessage('log.problem.time') })
  .transform((text) => Date.parse(text))
  .optional()

export const browseSchema = z.object({
  outcome: z
    .enum(
      SHOWN_OUTCOMES,
      schemaMessage('log.problem.outcome', { list: { list: SHOWN_OUTCOMES, type: 'or' } }),
    )
    .optional(),
  channel: z.uuid(schemaMessage('log.problem.channel')).optional(),
  /** A kind, or a family of them such as `reply.*`. */
  kind: z.string().max(80, schemaMessage('log.problem.kind')).optional(),
  /** Words that stand in the bytes, with their case. */
  q: z
    .string()
    .max(SEARCH_LENGTH_MAX, schemaMessage('log.problem.search', { max: SEARCH_LENGTH_MAX }))
    .optional(),
  from: moment,
  to: moment,
  /** Only what is newer than this event: how a live tail goes on. */
  after: eventId.optional(),
  /** The `nextCursor` of the page before. */
  cursor: eventId.optional(),
  limit: z.coerce.number(schemaMessage('log.problem.limit')).int().default(LIMIT_DEFAULT),
})

/** The id in an address. Throws a ZodError with a sentence. */
export function parseEventId(text: string): number {
  return eventId.parse(text)
}

/** Bodies are searched one by one: so many a page, and the cursor goes on below them even when none had the words. */
const SEARCHED_MAX = 50_000

/** A page of the log, newest first. A search may give an empty page with a cursor: there are older events to look at. */
export async function browseEvents(
  ctx: Context,
  { cursor, channel, limit, kind, outcome, q, from, to, after }: z.infer<typeof browseSchema>,
): Promise<{ items: EventListing[]; nextCursor: string | null }> {
  const size = Math.min(Math.max(limit, 1), LIMIT_MAX)
  const floor = q ? await floorOf(ctx, cursor) : 0
  const rows = await listEvents(ctx.sql, {
    outcome,
    kind: kind?.replaceAll('\u0000', ''),
    channelId: channel,
    text: q,
    from,
    to,
    before: cursor,
    after: Math.max(after ?? 0, floor) || undefined,
    limit: size + 1,
  })
  const items = rows.slice(0, size)
  if (rows.length > size) return { items, nextCursor: String(items.at(-1)?.id) }
  return { items, nextCursor: floor > (after ?? 0) ? String(floor + 1) : null }
}

async function floorOf(ctx: Context, cursor: number | undefined): Promise<number> {
  const top = cursor ?? (await readLastEventId(ctx.sql)) + 1
  return Math.max(0, top - SEARCHED_MAX - 1)
}

/** One event with its bytes. Throws `not_found`. */
export async function showEvent(ctx: Context, id: number): Promise<WholeEvent> {
  const event = await findEvent(ctx.sql, id)
  if (!event) throw new AppError('not_found', reason('log.problem.noEvent', { id }))
  return event
}
