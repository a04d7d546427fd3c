import type { OutageView } from '@/lib/view/outbox-view'

/** When Stella is tried again. `now`, in epoch ms, is not known while the server draws the page. */
export function nextTryWords(
  { until, probing }: Pick<OutageView, 'until' | 'probing'>,
  now: number | undefined,
): string {
  const left = now === undefined ? 0 : Math.ceil((Date.parse(until) - now) / 1000)
  if (probing || left <= 0) return 'Trying now…'
  return `Next try in ${left} s`
}

export function waitingReplyWords(waiting: number): string {
  return waiting === 1 ? '1 reply waits' : `${waiting} replies wait`
}
