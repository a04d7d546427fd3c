import type { Doctor } from '@/lib/admin/workspace/doctor'
import type { ChannelSum } from '@/lib/db/log/event-sums'
import type { EventListing } from '@/lib/domain/log/event-listing'
import { english } from '@/lib/i18n/catalogues'
import type { RebuildCheck, TableCheck } from '@/lib/log/rebuild'
import type { RowDifference } from '@/lib/log/rebuild-difference'

/** One event in one line, newest facts first: id, when, what, how it ended and why. */
export function toEventLine(event: EventListing): string {
  const why = [event.reading, ...[event.rule, event.error].map((said) => said && english.say(said))]
    .filter(Boolean)
    .join(' · ')
  const times = event.deliveries > 1 ? ` × ${event.deliveries}` : ''
  return [
    String(event.id).padStart(8),
    new Date(event.receivedAt).toISOString(),
    `${event.kind}${times}`.padEnd(24),
    (event.outcome ?? 'pending').padEnd(12),
    why,
  ].join('  ')
}

export function toEventLines(events: EventListing[]): string[] {
  return events.length > 0 ? events.map(toEventLine) : ['The log has no such event.']
}

/** Each table with its hash; of those that differ what a rebuild would change, with examples. */
export function toRebuildLines({ same, applied, events, tables }: RebuildCheck): string[] {
  return [
    `Folded ${events} events again.`,
    ...tables.flatMap(toTableLines),
    same
      ? 'The log gives exactly what is stored.'
      : applied
        ? 'The rebuilt tables have taken the place of the stored ones.'
        : 'The log gives something else than what is stored. `rebuild --apply` swaps it in.',
  ]
}

function toTableLines({ table, rows, hash, same, difference }: TableCheck): string[] {
  const line = `${same ? 'same  ' : 'DIFFER'}  ${table.padEnd(16)} ${rows} rows  ${hash || 'empty'}`
  if (!difference) return [line]
  const { added, removed, changed, examples } = difference
  return [
    line,
    `        ${added} rows added, ${removed} removed, ${changed} changed`,
    ...examples.map((row) => `        ${row.kind}  ${row.key}${row.columns.map(toColumnText)}`),
  ]
}

const VALUE_LENGTH_MAX = 80

function toColumnText({ name, stored, rebuilt }: RowDifference['columns'][number]): string {
  const [before, after] = [stored, rebuilt].map((value) =>
    JSON.stringify(value).slice(0, VALUE_LENGTH_MAX),
  )
  return `  ${name}: ${before} → ${after}`
}

const STATE_WORDS = { good: 'ok   ', watch: 'watch', bad: 'LOOK ' } as const

/** The checks with what to do about each that isn't good, then the sum of each channel and the rules by which events were ignored. */
export function toDoctorLines({ checks, channels }: Doctor): string[] {
  return [
    ...checks.flatMap(({ name, state, value, advice }) => [
      `${STATE_WORDS[state]} ${english.say(name)}: ${english.say(value)}`,
      ...(advice ? [`      ${english.say(advice)}`] : []),
    ]),
    ...channels.flatMap(toSumLines),
  ]
}

/** The same for a program: the checks in words, as the command line is English. */
export function toDoctorAnswer({ checks, ...rest }: Doctor) {
  const inWords = checks.map(({ name, state, value, advice }) => ({
    name: english.say(name),
    state,
    value: english.say(value),
    advice: advice && english.say(advice),
  }))
  return { ...rest, checks: inWords }
}

function toSumLines(sum: ChannelSum): string[] {
  return [
    `      ${sum.name}: ${sum.received} received = ${sum.messages} messages + ` +
      `${sum.statuses} statuses + ${sum.duplicates} duplicates + ${sum.ignored} ignored + ` +
      `${sum.quarantined} quarantined + ${sum.inWork} in work`,
    `        of which: ${sum.ofWhich.reports} statuses without a receipt, ` +
      `${sum.ofWhich.repeats} duplicates in the same bytes`,
    ...sum.ignoredBy.map(({ rule, count }) => `        ignored: ${count} × ${english.say(rule)}`),
  ]
}
