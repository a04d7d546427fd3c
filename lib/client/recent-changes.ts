import type { QueryClient } from '@tanstack/react-query'
import type { Changes } from '@/lib/domain/conversation'
import { applyChanges } from './cache'

/** Longer than any request may take. */
const REMEMBERED_MS = 30_000

/**
 * A fetch that was answered before a change, but arrives after it, would put the past back on screen. So the
 * newest changes are kept for a while and applied again to whatever was fetched; `feed` numbers make that harmless.
 */
export function rememberChanges(client: QueryClient, viewerId: string) {
  let recent: { at: number; changes: Changes }[] = []

  const forget = client.getQueryCache().subscribe((event) => {
    const fetched =
      event.type === 'updated' && event.action.type === 'success' && !event.action.manual
    if (!fetched || recent.length === 0) return
    recent = recent.filter(({ at }) => Date.now() - at < REMEMBERED_MS)
    applyChanges(client, newestOf(recent.map(({ changes }) => changes)), viewerId)
  })

  return {
    add(changes: Changes) {
      const now = Date.now()
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
