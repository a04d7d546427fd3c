import type { Query, QueryClient } from '@tanstack/react-query'
import type { Changes } from '@/lib/view/changes'
import { applyChanges } from './cache'

/** Longer than any request may take. */
const REMEMBERED_MS = 30_000

/**
 * A fetch that was answered before a change, but arrives after it, would put the past back on screen. So the
 * newest changes are kept for a while, and those that came while a fetch was under way are applied again when it ends;
 * `feed` numbers make that harmless. What came before it began is in its answer.
 */
export function rememberChanges(client: QueryClient, viewerId: string) {
  let recent: { at: number; changes: Changes }[] = []
  /** The number of frames there were when a query's fetch began. */
  const begun = new WeakMap<Query, number>()
  let frames = 0

  const forget = client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated') return
    const { query, action } = event
    if (action.type === 'fetch') begun.set(query, frames)
    if (action.type !== 'success' || action.manual) return
    const missed = frames - (begun.get(query) ?? 0)
    recent = recent.filter(({ at }) => Date.now() - at < REMEMBERED_MS)
    if (missed === 0 || recent.length === 0) return
    applyChanges(client, newestOf(recent.slice(-missed).map(({ changes }) => changes)), viewerId)
  })

  return {
    add(changes: Changes) {
      const now = Date.now()
      frames += 1
      recent = [...recent.filter(({ at }) => now - at < REMEMBERED_MS), { at: now, changes }]
    },
    /** After a reset the numbers may have begun anew: nothing older counts. */
    clear() {
      recent = []
    },
    forget,
  }
}

/** Many frames as one: each row once, in its newest state. */
export function newestOf(frames: Changes[]): Changes {
  return {
    feed: frames.reduce((feed, frame) => Math.max(feed, frame.feed), 0),
    conversations: newestById(frames.flatMap((frame) => frame.conversations)),
    messages: newestById(frames.flatMap((frame) => frame.messages)),
    activities: frames.flatMap((frame) => frame.activities),
    merged: frames.flatMap((frame) => frame.merged ?? []),
    counters: frames.flatMap((frame) => frame.counters ?? []),
  }
}

function newestById<Row extends { id: string; feed: number }>(rows: Row[]): Row[] {
  const byId = new Map<string, Row>()
  for (const row of rows) {
    const known = byId.get(row.id)
    if (!known || known.feed <= row.feed) byId.set(row.id, row)
  }
  return [...byId.values()]
}
