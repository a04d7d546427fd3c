import type { Formats } from '@/lib/i18n/formats'

/** The exact moment for a tooltip: `21 Nov 2026, 14:02:09`. */
export function toExactTime(iso: string, { dateFormat }: Pick<Formats, 'dateFormat'>): string {
  return dateFormat({ dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(iso))
}

/** Clock time alone on the day of `now` (epoch ms), with the date before it on any other day. */
export function toMoment(
  iso: string,
  now: number,
  { date, time, dateFormat }: Pick<Formats, 'date' | 'time' | 'dateFormat'>,
): string {
  const at = Date.parse(iso)
  if (date(at) === date(now)) return time(at)
  const format = dateFormat({
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return format.format(at)
}
