import type { Query, QueryClient } from '@tanstack/react-query'
import type { Changes } from '@/lib/view/changes'
import { applyTo, isPatched } from './cache'
import { newestOf } from './newest'

/** Longer than any request may take. */
const REMEMBERED_MS = 30_000

/**
 * A fetch that was answered before a change, but arrives after it, would put the past back on screen. So the
 * newest changes are kept for a while, and those that came while a fetch was under way are put into its answer when it ends;
 * `feed` numbers make that harmless. What came before it began is in its answer, and no other query has missed any.
 */
export function rememberChanges(client: QueryClient, viewerId: string) {
  let recent: { at: number; changes: Changes }[] = []
  /** The number of frames there were when a query's fetch began. */
  const begun = new WeakMap<Query, number>()
  let frames = 0

  const forget = client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || !isPatched(event.query)) return
    const { query, action } = event
    if (action.type === 'fetch') begun.set(query, frames)
    if (action.type !== 'success' || action.manual) return
    const missed = frames - (begun.get(query) ?? 0)
    const kept = recent.slice(-missed).filter(({ at }) => Date.now() - at < REMEMBERED_MS)
    if (missed === 0 || kept.length === 0) return
    applyTo(client, query, newestOf(kept.map(({ changes }) => changes)), viewerId)
  })

  return {
    add(changes: Changes) {
      frames += 1
      recent.push({ at: Date.now(), changes })
      const old = recent.findIndex(({ at }) => Date.now() - at < REMEMBERED_MS)
      recent.splice(0, old)
    },
    /** After a reset the numbers may have begun anew: nothing older counts. */
    clear() {
      recent = []
    },
    forget,
  }
}
