import { type Reason, reason, type Said } from '@/lib/i18n/reason'

export type HealthState = 'good' | 'watch' | 'bad'

/** One check, as the Health page and `inbox doctor` show it: how something is, and what to do when it isn't well. */
export interface HealthLine {
  name: Reason
  state: HealthState
  value: Said
  advice?: Reason
}

/** A line about one figure: higher is worse, from `watch` on and from `bad` on. */
export function level(
  name: Reason,
  value: Reason,
  figure: number,
  watch: number,
  bad: number,
  advice: Reason,
): HealthLine {
  if (figure < watch) return good(name, value)
  return { name, state: figure >= bad ? 'bad' : 'watch', value, advice }
}

export function good(name: Reason, value: Said): HealthLine {
  return { name, state: 'good', value }
}

const NAMES_MAX = 3

/** The first three, and how many more there are. */
export function nameSome(names: readonly Said[]): { list: Said[] } {
  const more = names.length - NAMES_MAX
  const shown = names.slice(0, NAMES_MAX)
  return { list: more > 0 ? [...shown, reason('workspace.health.more', { count: more })] : shown }
}
