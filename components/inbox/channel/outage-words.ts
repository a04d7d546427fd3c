import { type Reason, reason } from '@/lib/i18n/reason'
import type { OutageView } from '@/lib/view/outbox-view'

const SECOND_MS = 1_000

/** When Stella is tried again. `now`, in epoch ms, is not known while the server draws the page. */
export function nextTryWords(
  { until, probing }: Pick<OutageView, 'until' | 'probing'>,
  now: number | undefined,
): Reason {
  const left = now === undefined ? 0 : Math.ceil((Date.parse(until) - now) / SECOND_MS)
  if (probing || left <= 0) return reason('channel.inbox.tryingNow')
  return reason('channel.inbox.nextTry', { span: { ms: left * SECOND_MS, finest: 'seconds' } })
}
