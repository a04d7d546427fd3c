/**
 * Where a message we or the bot sent stands. `unconfirmed`: Stella was asked and no clear answer came;
 * it is never sent again by itself.
 */
export const DELIVERIES = [
  'queued',
  'sending',
  'sent',
  'delivered',
  'read',
  'failed',
  'unconfirmed',
] as const

export type Delivery = (typeof DELIVERIES)[number]

/** What the platform reports about a message (Facts §7.4); `deleted` says nothing about how far it got. */
export const RECEIPTS = ['sent', 'delivered', 'read', 'failed', 'deleted'] as const
export type Receipt = (typeof RECEIPTS)[number]

const RANK: Record<Delivery, number> = {
  queued: 0,
  sending: 1,
  unconfirmed: 2,
  sent: 3,
  failed: 3,
  delivered: 4,
  read: 5,
}

/** The state after a receipt: ranks never go down, and failed replaces only what is not yet delivered. */
export function afterReceipt(
  current: Delivery | undefined,
  receipt: Receipt,
): Delivery | undefined {
  if (receipt === 'deleted') return current
  if (current === undefined) return receipt
  if (receipt === 'failed') return RANK[current] <= RANK.sent ? 'failed' : current
  // A failure reported by the platform stays unless a later receipt proves that the message arrived.
  if (current === 'failed') return receipt === 'sent' ? 'failed' : receipt
  return RANK[receipt] > RANK[current] ? receipt : current
}

/** The state after all receipts known for a message, in whatever order they came. */
export function afterReceipts(
  current: Delivery | undefined,
  receipts: Receipt[],
): Delivery | undefined {
  return receipts.reduce<Delivery | undefined>(afterReceipt, current)
}

/** Whether Stella's side has confirmed that the message left. */
export function isConfirmed(delivery: Delivery | undefined): boolean {
  return delivery === 'sent' || delivery === 'delivered' || delivery === 'read'
}
