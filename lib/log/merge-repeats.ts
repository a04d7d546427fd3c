import type { DeliveryInsert } from '@/lib/db/log/events'

/**
 * Equal bodies of a channel as one row with a count, at the place of the first: a statement may meet a row only once. The key
 * is the same for two deliveries that are one row of the log.
 */
export function mergeRepeats(deliveries: DeliveryInsert[]): Map<string, DeliveryInsert> {
  const rows = new Map<string, DeliveryInsert>()
  for (const delivery of deliveries) {
    const key = `${delivery.channelId}:${delivery.sha256.toString('base64')}`
    const known = rows.get(key)
    if (known) known.deliveries += 1
    else rows.set(key, { ...delivery })
  }
  return rows
}
