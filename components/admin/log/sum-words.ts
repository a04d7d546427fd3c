import type { EventSum } from '@/lib/domain/log/event-sum'
import { type Reason, reason } from '@/lib/i18n/reason'
import { paths } from '@/lib/paths'

export type SumPart = 'messages' | 'statuses' | 'duplicates' | 'ignored' | 'quarantined' | 'inWork'

type Heading = `log.sums.${SumPart}`

/** The parts that add up to what was received: each with its heading, and the outcome of its events. */
export const SUM_PARTS: [part: SumPart, heading: Heading, outcome: string][] = [
  ['messages', 'log.sums.messages', 'message'],
  ['statuses', 'log.sums.statuses', 'status'],
  ['duplicates', 'log.sums.duplicates', 'duplicate'],
  ['ignored', 'log.sums.ignored', 'ignored'],
  ['quarantined', 'log.sums.quarantined', 'quarantined'],
  ['inWork', 'log.sums.inWork', 'pending'],
]

/** What a number is made of; nothing here adds to the sum. */
export function detailsOfSum({ ofWhich, ignoredBy }: EventSum, part: SumPart): Reason[] {
  if (part === 'statuses' && ofWhich.reports > 0)
    return [reason('log.sums.reports', { count: ofWhich.reports })]
  if (part === 'duplicates' && ofWhich.repeats > 0)
    return [reason('log.sums.repeats', { count: ofWhich.repeats })]
  if (part === 'ignored')
    return ignoredBy.map(({ rule, count }) => reason('log.sums.rule', { rule, count }))
  return []
}

/** The page with the events behind a number; of all channels where none is named. */
export function toSummedEvents(outcome: string, channel: string | undefined): string {
  const search = new URLSearchParams({ kind: 'webhook', outcome })
  if (channel) search.set('channel', channel)
  return `${paths.admin.events}?${search}`
}
