import type { OpeningHours } from '@/lib/domain/channel/opening-hours'

export type OpeningSpan = OpeningHours['spans'][number]

/** By the number that a span has for its day. */
export const DAYS = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const

/** Hours as a version of the settings shows them, one span a line. */
export function hoursWords(hours: OpeningHours | undefined): string {
  if (!hours) return 'Always open'
  const spans = hours.spans.map(({ day, from, to }) => `${DAYS[day]} ${from}–${to}`)
  return [hours.timeZone, ...spans].join('\n')
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
