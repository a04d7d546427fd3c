import { toMoment } from '@/components/shell/time/times'
import { isOpenAt, opensNextAt } from '@/lib/domain/channel/opening-hours'
import type { ChannelRef } from '@/lib/view/conversation-view'

/** That a channel is outside its opening hours at `now` (epoch ms), and until when; undefined while it is open. */
export function toClosedWords(
  { openingHours }: Pick<ChannelRef, 'openingHours'>,
  now: number,
  timeZone: string,
): string | undefined {
  if (isOpenAt(openingHours, now)) return undefined
  const opens = opensNextAt(openingHours, now)
  if (opens === undefined) return 'outside opening hours'
  return `outside opening hours, opens ${toMoment(new Date(opens).toISOString(), now, timeZone)}`
}
