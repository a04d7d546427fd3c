import type { Doctor } from '@/lib/admin/doctor'
import type { EventListing } from '@/lib/db/events'
import type { RebuildCheck } from '@/lib/log/rebuild'

/** One event in one line, newest facts first: id, when, what, how it ended and why. */
export function toEventLine(event: EventListing): string {
  const why = [event.reading, event.rule, event.error].filter(Boolean).join(' · ')
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

export function toRebuildLines({ same, events, tables }: RebuildCheck): string[] {
  return [
    `Folded ${events} events again.`,
    ...tables.map(
      (table) =>
        `${table.same ? 'same  ' : 'DIFFER'}  ${table.table.padEnd(16)} ${table.rows} rows  ${table.hash || 'empty'}`,
    ),
    same
      ? 'The log gives exactly what is stored.'
      : 'The log gives something else than what is stored.',
  ]
}

export function toDoctorLines({ checks, channels }: Doctor): string[] {
  return [
    ...checks.map((check) => `${check.ok ? 'ok   ' : 'LOOK '} ${check.name}: ${check.text}`),
    ...channels.map(
      (channel) =>
        `      ${channel.name}: ${channel.received} received = ${channel.events} events + ` +
        `${channel.repeats} repeats; ${channel.messages} messages, ${channel.statuses} statuses, ` +
        `${channel.duplicates} duplicates, ${channel.ignored} ignored, ` +
        `${channel.quarantined} quarantined, ${channel.pending} in work, ${channel.applied} other`,
    ),
  ]
}
