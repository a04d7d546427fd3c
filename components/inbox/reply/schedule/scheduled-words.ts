import { toMoment } from '@/components/shell/time/times'
import type { MessageView } from '@/lib/view/message-view'

interface Clock {
  /** Epoch ms. */
  now: number
  timeZone: string
}

/** Whose reply waits for which moment, and what would end its waiting. */
export function toScheduledWords(
  { agent, sendAt = '', unlessMemberWrites }: MessageView,
  { now, timeZone }: Clock,
): string {
  const unless = unlessMemberWrites ? ' unless the member writes first' : ''
  return `${agent?.name ?? ''}, to be sent ${toMoment(sendAt, now, timeZone)}${unless}`
}
