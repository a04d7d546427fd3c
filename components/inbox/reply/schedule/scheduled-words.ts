import { type Reason, reason } from '@/lib/i18n/reason'
import type { MessageView } from '@/lib/view/message-view'
import { type Clock, whenOf } from './when'

/** Whose reply waits for which moment, and what would end its waiting. */
export function toScheduledWords(
  { agent, sendAt = '', unlessMemberWrites }: MessageView,
  clock: Clock,
): Reason {
  const values = { name: agent?.name ?? '', when: whenOf(sendAt, clock) }
  return unlessMemberWrites
    ? reason('composer.schedule.lineUnless', values)
    : reason('composer.schedule.line', values)
}
