export type HealthState = 'good' | 'watch' | 'bad'

/** One check, as the Health page and `inbox doctor` show it: how something is, and what to do when it isn't well. */
export interface HealthLine {
  name: string
  state: HealthState
  value: string
  advice?: string
}

/** A line about one figure: higher is worse, from `watch` on and from `bad` on. */
export function level(
  name: string,
  value: string,
  figure: number,
  watch: number,
  bad: number,
  advice: string,
): HealthLine {
  if (figure < watch) return good(name, value)
  return { name, state: figure >= bad ? 'bad' : 'watch', value, advice }
}

export function good(name: string, value: string): HealthLine {
  return { name, state: 'good', value }
}

const NAMES_MAX = 3

/** The first three, and how many more there are. */
export function nameSome(names: string[], separator = ', '): string {
  const more = names.length - NAMES_MAX
  const shown = names.slice(0, NAMES_MAX).join(separator)
  return more > 0 ? `${shown} and ${more} more` : shown
}
