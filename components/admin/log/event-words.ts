import { OUTCOMES } from '@/lib/domain/log/outcome'
import type { EventView } from '@/lib/view/event-view'

/** Outcomes an event can have, for the filter. */
export const OUTCOME_CHOICES = [...OUTCOMES, 'pending']

/** Families of events, for the filter: what Stella sent, and what was done here. */
export const KIND_CHOICES = [
  { value: 'webhook', label: 'Webhooks' },
  { value: 'reply.*', label: 'Replies' },
  { value: 'live-chat.*', label: 'Taking over and back' },
  { value: 'conversation.*', label: 'Conversations' },
  { value: 'member.*', label: 'Members' },
  { value: 'media.*', label: 'Files' },
  { value: 'channel.*', label: 'Channels' },
  { value: 'connection.*', label: 'Connections' },
  { value: 'integration.*', label: 'Integrations' },
  { value: 'agent.*', label: 'People' },
  { value: 'event.*', label: 'Replays' },
]

/** What an event is: the reader that knew it, or the kind of our own. */
export function kindWords({ kind, reading }: Pick<EventView, 'kind' | 'reading'>): string {
  if (kind !== 'webhook') return kind
  return reading ?? 'unknown shape'
}

/** What became of it, beyond the outcome: the rule, the error, or how often it came. */
export function detailWords({ rule, error, deliveries, size }: EventView): string {
  const times = deliveries > 1 ? `received × ${deliveries}` : undefined
  return [error, rule && `rule: ${rule}`, times, sizeWords(size)].filter(Boolean).join(' · ')
}

export function sizeWords(bytes: number): string {
  return bytes < 1_024 ? `${bytes} bytes` : `${(bytes / 1_024).toFixed(1)} KiB`
}

/** Today's time to the second; the date before it on other days. */
export function timeWords(iso: string, now: number | undefined): string {
  const at = new Date(iso)
  const time = at.toLocaleTimeString('en-GB')
  const isToday = now !== undefined && at.toDateString() === new Date(now).toDateString()
  if (isToday) return time
  return `${at.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })} ${time}`
}
