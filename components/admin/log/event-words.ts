import { OUTCOMES, type Outcome } from '@/lib/domain/log/outcome'
import type { Formats } from '@/lib/i18n/formats'
import { reason, type Said } from '@/lib/i18n/reason'
import type { Translator } from '@/lib/i18n/translator'
import type { EventView } from '@/lib/view/event-view'

/** Outcomes an event can have, for the filter. */
export const OUTCOME_CHOICES = [...OUTCOMES, 'pending'] as const

const OUTCOME_KEYS = {
  message: 'log.outcome.message',
  status: 'log.outcome.status',
  duplicate: 'log.outcome.duplicate',
  ignored: 'log.outcome.ignored',
  quarantined: 'log.outcome.quarantined',
  applied: 'log.outcome.applied',
  pending: 'log.outcome.pending',
} as const satisfies Record<Outcome | 'pending', string>

/** What an outcome is called; one of an older version is named as it stands. */
export function outcomeName(outcome: string): Said {
  const known = OUTCOME_CHOICES.find((each) => each === outcome)
  return known ? reason(OUTCOME_KEYS[known]) : outcome
}

/** Families of events, for the filter: what Stella sent, and what was done here. */
export const KIND_CHOICES = [
  ['webhook', 'log.kind.webhook'],
  ['reply.*', 'log.kind.reply'],
  ['live-chat.*', 'log.kind.liveChat'],
  ['conversation.*', 'log.kind.conversation'],
  ['member.*', 'log.kind.member'],
  ['media.*', 'log.kind.media'],
  ['channel.*', 'log.kind.channel'],
  ['connection.*', 'log.kind.connection'],
  ['integration.*', 'log.kind.integration'],
  ['agent.*', 'log.kind.agent'],
  ['event.*', 'log.kind.event'],
] as const

/** What an event is: the reader that knew it, or the kind of our own. Both are names of the log, not words. */
export function kindWords({ kind, reading }: Pick<EventView, 'kind' | 'reading'>): Said {
  if (kind !== 'webhook') return kind
  return reading ?? reason('log.kind.unknown')
}

/** What became of it, beyond the outcome: the error, the rule, how often it came, and its size. */
export function detailWords(
  { rule, error, deliveries, size }: EventView,
  translator: Pick<Translator, 't' | 'say' | 'size'>,
): string[] {
  return [
    error && translator.say(error),
    rule && translator.t('log.row.rule', { rule }),
    deliveries > 1 && translator.t('log.row.times', { count: deliveries }),
    translator.size(size),
  ].filter((words) => typeof words === 'string')
}

/** Today's time to the second; the date before it on other days. */
export function timeWords(
  iso: string,
  now: number | undefined,
  { dateFormat }: Pick<Formats, 'dateFormat'>,
): string {
  const at = Date.parse(iso)
  const day = dateFormat({ year: 'numeric', month: 'numeric', day: 'numeric' })
  const isToday = now !== undefined && day.format(at) === day.format(now)
  return dateFormat({
    ...(!isToday && { day: 'numeric', month: 'short' }),
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(at)
}
