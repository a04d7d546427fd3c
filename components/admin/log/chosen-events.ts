import type { Replayed } from '@/lib/client/log/events'
import type { EventView } from '@/lib/view/event-view'

/** As many as one call takes by name. */
const CHOSEN_MAX = 1_000

/** What a replay takes: the chosen events that still wait, or without a choice (no `count`) all of the quarantine. */
export function replayOfChosen(
  items: Pick<EventView, 'id'>[],
  chosen: ReadonlySet<number>,
): { isAll: boolean; what: Replayed; count?: number } {
  const here = items.filter(({ id }) => chosen.has(id)).map(({ id }) => id)
  const isAll = here.length === items.length
  if (here.length === 0) return { isAll, what: 'quarantined' }
  return { isAll, what: here.slice(0, CHOSEN_MAX), count: here.length }
}

/** One event more, or one less. */
export function withEventToggled(chosen: ReadonlySet<number>, id: number): ReadonlySet<number> {
  const next = new Set(chosen)
  if (!next.delete(id)) next.add(id)
  return next
}
