import { toTwo } from '@/lib/domain/measures'

/** An epoch ms as the value of a `datetime-local` field: the minute, in this browser's time zone. */
export function toFieldValue(at: number): string {
  const date = new Date(at)
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(toTwo).join('-')
  return `${day}T${[date.getHours(), date.getMinutes()].map(toTwo).join(':')}`
}

/** The moment that such a field means, in epoch ms; undefined while it is not filled. */
export function fromFieldValue(value: string): number | undefined {
  const at = new Date(value).getTime()
  return value === '' || Number.isNaN(at) ? undefined : at
}
