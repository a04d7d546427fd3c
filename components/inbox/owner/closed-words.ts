import { isOpenAt, opensNextAt } from '@/lib/domain/channel/opening-hours'
import { type Reason, reason } from '@/lib/i18n/reason'
import type { ChannelRef } from '@/lib/view/conversation-view'
import type { Clock } from './clock'

/** That a channel is outside its opening hours now, and until when; undefined while it is open. */
export function toClosedWords(
  { openingHours }: Pick<ChannelRef, 'openingHours'>,
  { now, write }: Clock,
): Reason | undefined {
  if (isOpenAt(openingHours, now)) return undefined
  const opens = opensNextAt(openingHours, now)
  if (opens === undefined) return reason('owner.closed.now')
  return reason('owner.closed.until', { moment: write(new Date(opens).toISOString()) })
}
