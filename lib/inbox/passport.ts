import type { Context } from '@/lib/context'
import { AppError } from '@/lib/errors'

/** One stop of a message on its way, for the dialog that shows where it has been. */
export interface Hop {
  at: string
  source: string
  text: string
  /** The exact bytes of a delivery, as text. */
  raw?: string
}

interface EventRow {
  kind: string
  body: Uint8Array
  receivedAt: number
  deliveries: number
  agentName: string | null
  reading: string | null
}

/** Where a message came from and what happened to it, oldest first. Throws `not_found`. */
export async function readPassport(
  ctx: Context,
  place: { conversationId: string; messageId: string },
): Promise<{ hops: Hop[] }> {
  const { conversationId, messageId } = place
  const [message] = await ctx.sql<
    { channelId: string; platformMessageId: string | null; eventId: number }[]
  >`select channel_id, platform_message_id, event_id from messages
    where id = ${messageId} and conversation_id = ${conversationId}`
  if (!message) throw new AppError('not_found', 'There is no such message here.')
  const events = await ctx.sql<EventRow[]>`
    select e.kind, e.body, e.received_at, e.deliveries, a.name as agent_name, o.reading
    from events e left join agents a on a.id = e.agent_id
      left join event_outcomes o on o.event_id = e.id
    where e.id = ${message.eventId} or (e.conversation_id = ${conversationId}
      and e.kind like 'reply.%' and convert_from(e.body, 'UTF8')::jsonb->>'messageId' = ${messageId})
    order by e.id`
  const receipts = await ctx.sql<{ status: string; at: number; error: string | null }[]>`
    select status, at, error from receipts where channel_id = ${message.channelId}
      and platform_message_id = ${message.platformMessageId}
    order by at, event_id`
  return { hops: [...events.map(toHop), ...receipts.map(toReceiptHop)] }
}

function toHop(event: EventRow): Hop {
  const at = new Date(event.receivedAt).toISOString()
  const body = Buffer.from(event.body).toString('utf8')
  if (event.kind !== 'webhook')
    return { at, source: event.agentName ?? 'stella-inbox', text: toWords(event.kind, body) }
  const times = event.deliveries > 1 ? `, received × ${event.deliveries}` : ''
  return { at, source: 'Stella', text: `Webhook ${event.reading ?? ''}${times}`, raw: body }
}

const WORDS: Record<string, string> = {
  'reply.queued': 'Written and queued',
  'reply.attempted': 'Handed to Stella',
  'reply.sent': 'Stella accepted it',
  'reply.refused': 'Stella refused it',
  'reply.delayed': 'Stella could not be reached',
  'reply.unconfirmed': 'No clear answer from Stella',
  'reply.requeued': 'Sent again by hand',
  'reply.confirmed': 'Marked as arrived by hand',
  'reply.cancelled': 'Cancelled',
}

function toWords(kind: string, body: string): string {
  const { reason, platformMessageId } = JSON.parse(body)
  return [WORDS[kind] ?? kind, reason, platformMessageId].filter(Boolean).join(' · ')
}

function toReceiptHop(receipt: { status: string; at: number; error: string | null }): Hop {
  return {
    at: new Date(receipt.at).toISOString(),
    source: 'Platform',
    text: [receipt.status, receipt.error].filter(Boolean).join(' · '),
  }
}
