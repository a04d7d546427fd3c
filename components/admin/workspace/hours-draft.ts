import type { OpeningHours } from '@/lib/domain/channel/opening-hours'
import { reason, type Said } from '@/lib/i18n/reason'

export type OpeningSpan = OpeningHours['spans'][number]

/** Their names, by the number that a span has for its day. */
export const DAYS = [
  'workspace.days.sunday',
  'workspace.days.monday',
  'workspace.days.tuesday',
  'workspace.days.wednesday',
  'workspace.days.thursday',
  'workspace.days.friday',
  'workspace.days.saturday',
] as const

/** Hours as a version of the settings shows them, one span a line. */
export function hoursWords(hours: OpeningHours | undefined): Said[] {
  if (!hours) return [reason('workspace.hours.always')]
  const spans = hours.spans.map(({ day, from, to }) =>
    reason('workspace.hours.span', { day: reason(DAYS[day] ?? DAYS[0]), from, to }),
  )
  return [hours.timeZone, ...spans]
}

/** Monday to Friday, nine to six, where the admin is. */
export function usualHours(): OpeningHours {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return { timeZone, spans: [1, 2, 3, 4, 5].map((day) => ({ day, from: '09:00', to: '18:00' })) }
}

/** With one span changed; without it where there is none any more. */
export function withSpan(
  hours: OpeningHours,
  index: number,
  span: OpeningSpan | undefined,
): OpeningHours {
  const spans = hours.spans.flatMap((each, at) => (at === index ? (span ?? []) : each))
  return { ...hours, spans }
}

export function withNewSpan(hours: OpeningHours): OpeningHours {
  return { ...hours, spans: [...hours.spans, { day: 1, from: '09:00', to: '18:00' }] }
}
