import { z } from 'zod'
import { schemaMessage } from '@/lib/i18n/reason'

/** For a cursor that no page ever gave out. */
export const CURSOR_UNKNOWN = schemaMessage('conversation.refused.cursorUnknown')

/** What places a line in a thread: platform time, then the event it came in, then its place in that event. */
export interface OrderKey {
  sentAt: number
  eventId: number
  place: number
}

/** Negative when `a` stands above `b` in the thread. */
export function compareOrder(a: OrderKey, b: OrderKey): number {
  return a.sentAt - b.sentAt || a.eventId - b.eventId || a.place - b.place
}

/** The key as text that sorts as the thread does; also the cursor of a thread's pages. */
export function toOrderText({ sentAt, eventId, place }: OrderKey): string {
  return [pad(sentAt, 14), pad(eventId, 16), pad(place, 6)].join('.')
}

/** Undefined for text that no thread page ever gave out. */
export function parseOrderText(text: string): OrderKey | undefined {
  const match = /^(\d{14})\.(\d{16})\.(\d{6})$/.exec(text)
  if (!match) return undefined
  const [sentAt, eventId, place] = match.slice(1).map(Number)
  if (sentAt === undefined || eventId === undefined || place === undefined) return undefined
  return { sentAt, eventId, place }
}

/** A cursor that somebody sent; also an empty one is refused, or whoever reads past the last page starts anew for ever. */
export const orderTextSchema = z
  .string()
  .refine((text) => parseOrderText(text) !== undefined, CURSOR_UNKNOWN)

function pad(value: number, digits: number): string {
  return String(value).padStart(digits, '0')
}

/** A message that arrives this long after it was sent says so (architecture.md "Order"). */
const LATE_MS = 120_000

export function isLate(message: { sentAt: number; receivedAt: number }): boolean {
  return message.receivedAt - message.sentAt > LATE_MS
}
