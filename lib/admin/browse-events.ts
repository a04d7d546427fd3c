import { z } from 'zod'
import type { Context } from '@/lib/context'
import { type EventListing, findEvent, listEvents } from '@/lib/db/events'
import { OUTCOMES } from '@/lib/domain/rows'
import { AppError } from '@/lib/errors'

const LIMIT_DEFAULT = 50
const LIMIT_MAX = 200

const eventId = z.coerce
  .number('An event is named by its number.')
  .int('An event is named by its number.')
  .positive('An event is named by its number.')
  .max(Number.MAX_SAFE_INTEGER, 'An event is named by its number.')

export const browseSchema = z.object({
  outcome: z.enum(OUTCOMES, `The outcome must be one of ${OUTCOMES.join(', ')}.`).optional(),
  channel: z.uuid('The channel must be a UUID.').optional(),
  kind: z.string().max(80, 'There is no such kind.').optional(),
  /** The `nextCursor` of the page before. */
  cursor: eventId.optional(),
  limit: z.coerce.number('The limit must be a number.').int().default(LIMIT_DEFAULT),
})

/** The id in an address. Throws a ZodError with a sentence. */
export function parseEventId(text: string): number {
  return eventId.parse(text)
}

/** A page of the log, newest first. */
export async function browseEvents(
  ctx: Context,
  { cursor, channel, limit, kind, outcome }: z.infer<typeof browseSchema>,
): Promise<{ items: EventView[]; nextCursor: string | undefined }> {
  const size = Math.min(Math.max(limit, 1), LIMIT_MAX)
  const rows = await listEvents(ctx.sql, {
    outcome,
    kind: kind?.replaceAll('\u0000', ''),
    channelId: channel,
    before: cursor,
    limit: size + 1,
  })
  const items = rows.slice(0, size).map(toEventView)
  return { items, nextCursor: rows.length > size ? String(items.at(-1)?.id) : undefined }
}

/** One event with its bytes: as text, and in base64 because text can't hold every byte. Throws `not_found`. */
export async function showEvent(ctx: Context, id: number) {
  const event = await findEvent(ctx.sql, id)
  if (!event) throw new AppError('not_found', `There is no event ${id}.`)
  const bytes = Buffer.from(event.body)
  return {
    ...toEventView(event),
    body: bytes.toString('utf8'),
    bodyBase64: bytes.toString('base64'),
    sha256: event.sha256 ? Buffer.from(event.sha256).toString('hex') : undefined,
    headers: event.headers ?? {},
    lastDeliveredAt: new Date(event.lastDeliveredAt).toISOString(),
    messages: event.messages ?? 0,
    statuses: event.statuses ?? 0,
    duplicates: event.duplicates ?? 0,
  }
}

type EventView = ReturnType<typeof toEventView>

function toEventView(event: EventListing) {
  return {
    id: event.id,
    kind: event.kind,
    channelId: event.channelId ?? undefined,
    conversationId: event.conversationId ?? undefined,
    agentId: event.agentId ?? undefined,
    deliveries: event.deliveries,
    receivedAt: new Date(event.receivedAt).toISOString(),
    size: event.size,
    outcome: event.outcome ?? 'pending',
    reading: event.reading ?? undefined,
    rule: event.rule ?? undefined,
    error: event.error ?? undefined,
  }
}
