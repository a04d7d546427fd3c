import type { EventListing, WholeEvent } from '@/lib/domain/log/event-listing'
import type { Said } from '@/lib/i18n/reason'
import { toIso } from './iso'

/* What HTTP says of the log. Times are ISO 8601 in UTC. */

export interface EventView {
  id: number
  kind: string
  channelId?: string
  conversationId?: string
  agentId?: string
  deliveries: number
  receivedAt: string
  /** Bytes. */
  size: number
  /** `pending`: the fold has not reached it yet. */
  outcome: string
  reading?: string
  rule?: Said
  error?: Said
}

export interface EventDetail extends EventView {
  /** As text, and in base64 because text can't hold every byte. */
  body: string
  bodyBase64: string
  sha256?: string
  headers: Record<string, string>
  lastDeliveredAt: string
  messages: number
  statuses: number
  duplicates: number
}

export function toEventView(event: EventListing): EventView {
  return {
    id: event.id,
    kind: event.kind,
    channelId: event.channelId ?? undefined,
    conversationId: event.conversationId ?? undefined,
    agentId: event.agentId ?? undefined,
    deliveries: event.deliveries,
    receivedAt: toIso(event.receivedAt),
    size: event.size,
    outcome: event.outcome ?? 'pending',
    reading: event.reading ?? undefined,
    rule: event.rule ?? undefined,
    error: event.error ?? undefined,
  }
}

export function toEventDetail(event: WholeEvent): EventDetail {
  const bytes = Buffer.from(event.body)
  return {
    ...toEventView(event),
    body: bytes.toString('utf8'),
    bodyBase64: bytes.toString('base64'),
    sha256: event.sha256 ? Buffer.from(event.sha256).toString('hex') : undefined,
    headers: event.headers ?? {},
    lastDeliveredAt: toIso(event.lastDeliveredAt),
    messages: event.messages ?? 0,
    statuses: event.statuses ?? 0,
    duplicates: event.duplicates ?? 0,
  }
}
