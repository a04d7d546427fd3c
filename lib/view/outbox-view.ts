import type { Outage, OutboxItem, OutboxPage } from '@/lib/domain/reply/outbox'
import { toIso } from './iso'
import { type MessageView, toMessageView } from './message-view'

/** A reply that is not settled, with whom it is for. */
export interface OutboxItemView extends Omit<OutboxItem, 'message'> {
  message: MessageView
}

/** One page of a state, oldest first, and how many replies each state holds. */
export interface OutboxPageView extends Omit<OutboxPage, 'items'> {
  items: OutboxItemView[]
}

/** A connection through which no replies go out for now. Times are ISO 8601 in UTC. */
export interface OutageView extends Omit<Outage, 'since' | 'until'> {
  since: string
  /** When it is tried again. */
  until: string
}

export function toOutboxPageView({ items, ...page }: OutboxPage): OutboxPageView {
  return {
    ...page,
    items: items.map((item) => ({ ...item, message: toMessageView(item.message) })),
  }
}

export function toOutageView(outage: Outage): OutageView {
  return {
    ...outage,
    since: toIso(outage.since),
    until: toIso(outage.until),
  }
}
