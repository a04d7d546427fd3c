import type { EventSum } from '@/lib/domain/log/event-sum'
import { paths } from '@/lib/paths'

export type SumPart = 'messages' | 'statuses' | 'duplicates' | 'ignored' | 'quarantined' | 'inWork'

/** The parts that add up to what was received: each with its heading, and the outcome of its events. */
export const SUM_PARTS: [part: SumPart, heading: string, outcome: string][] = [
  ['messages', 'Messages', 'message'],
  ['statuses', 'Statuses', 'status'],
  ['duplicates', 'Duplicates', 'duplicate'],
  ['ignored', 'Ignored', 'ignored'],
  ['quarantined', 'Quarantined', 'quarantined'],
  ['inWork', 'In work', 'pending'],
]

/** What a number is made of; nothing here adds to the sum. */
export function detailsOfSum({ ofWhich, ignoredBy }: EventSum, part: SumPart): string[] {
  if (part === 'statuses' && ofWhich.reports > 0) return [`${ofWhich.reports} without a receipt`]
  if (part === 'duplicates' && ofWhich.repeats > 0) return [`${ofWhich.repeats} in the same bytes`]
  if (part === 'ignored') return ignoredBy.map(({ rule, count }) => `${count} × ${rule}`)
  return []
}

/** The page with the events behind a number; of all channels where none is named. */
export function toSummedEvents(outcome: string, channel: string | undefined): string {
  const search = new URLSearchParams({ kind: 'webhook', outcome })
  if (channel) search.set('channel', channel)
  return `${paths.admin.events}?${search}`
}
