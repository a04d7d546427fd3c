import { and, eq } from 'drizzle-orm'
import { REPLY_ID } from '@/drizzle/schema/events'
import { messages } from '@/drizzle/schema/folded/message'
import type { Said } from '@/lib/i18n/reason'
import type { Queryable } from '../client'
import { orm } from '../orm'

/** A message, as far as finding what happened to it depends on it. */
export async function findTravelled(
  db: Queryable,
  { conversationId, messageId }: { conversationId: string; messageId: string },
) {
  const [row] = await orm(db)
    .select({
      channelId: messages.channelId,
      platformMessageId: messages.platformMessageId,
      eventId: messages.eventId,
      echoEventId: messages.echoEventId,
      context: messages.context,
    })
    .from(messages)
    .where(and(eq(messages.id, messageId), eq(messages.conversationId, conversationId)))
  return row
}

/** An event that says something of a message; times in epoch ms. */
export interface JourneyEvent {
  id: number
  kind: string
  body: Uint8Array
  receivedAt: number
  deliveries: number
  agentName: string | null
  /** What a delivery was read as. */
  reading: string | null
}

/** The events that are named, and our own about a reply, under any id of its conversation. In the order of the log. */
export async function listJourney(
  sql: Queryable,
  {
    messageId,
    conversationIds,
    eventIds,
  }: {
    messageId: string
    conversationIds: string[]
    eventIds: number[]
  },
): Promise<JourneyEvent[]> {
  return sql<JourneyEvent[]>`
    select e.id, e.kind, e.body, e.received_at, e.deliveries, a.name as agent_name, o.reading
    from events e left join agents a on a.id = e.agent_id
      left join event_outcomes o on o.event_id = e.id
    where e.id = any(${eventIds}::bigint[]) or (e.kind like 'reply.%' and ${sql.unsafe(REPLY_ID)} = ${messageId}
      and e.conversation_id = any(${conversationIds}::uuid[]))
    order by e.id`
}

/** What the platform reported of a message, with the delivery that said so. */
export interface JourneyReceipt {
  status: string
  at: number
  error: Said | null
  eventId: number
  body: Uint8Array
  receivedAt: number
}

export async function listReceiptsOf(
  sql: Queryable,
  { channelId, platformMessageId }: { channelId: string; platformMessageId: string | null },
): Promise<JourneyReceipt[]> {
  return sql<JourneyReceipt[]>`
    select r.status, r.at, r.error, r.event_id, e.body, e.received_at from receipts r
      join events e on e.id = r.event_id
    where r.channel_id = ${channelId} and r.platform_message_id = ${platformMessageId}`
}
