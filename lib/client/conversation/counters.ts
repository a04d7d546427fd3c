import type { QueryClient } from '@tanstack/react-query'
import { toCounts } from '@/lib/domain/conversation/counters'
import type { Changes } from '@/lib/view/changes'
import type { CounterView, CountsView } from '@/lib/view/counts-view'
import { conversationKeys } from '../query-keys'

/** Shows the numbers of a frame, where the numbers are shown: they are never asked for again while the stream goes on. */
export function putCounters(client: QueryClient, { counters }: Changes, viewerId: string) {
  if (!counters?.length) return
  client.setQueryData<CountsView>(
    conversationKeys.counts(),
    (counts) => counts && withCounters(counts, counters, viewerId),
  )
}

/** The numbers after some of everybody's or of the viewer's own changed. The newer `feed` wins. */
export function withCounters(
  counts: CountsView,
  changed: CounterView[],
  viewerId: string,
): CountsView {
  const known = new Map(counts.counters.map((counter) => [nameOf(counter), counter]))
  for (const counter of changed) {
    if (counter.agentId !== undefined && counter.agentId !== viewerId) continue
    const current = known.get(nameOf(counter))
    if (!current || current.feed <= counter.feed) known.set(nameOf(counter), counter)
  }
  const counters = [...known.values()]
  return { ...toCounts(counters), failed: counts.failed, counters }
}

function nameOf({ channelId, name }: CounterView): string {
  return `${channelId} ${name}`
}

/**
 * Whether the number of the viewer's replies that did not arrive may be another one: one of theirs failed, or there were
 * some and one changed. It depends on the time, so the stream can't tell it.
 */
export function touchesFailed(
  client: QueryClient,
  { messages, replies: others }: Changes,
  viewerId: string,
): boolean {
  const own = messages.filter(({ agent }) => agent?.id === viewerId)
  const known = client.getQueryData<CountsView>(conversationKeys.counts())?.failed ?? 0
  return (
    own.some(({ delivery }) => delivery === 'failed') ||
    (known > 0 && (own.length > 0 || others === true))
  )
}

export function refreshFailed(client: QueryClient) {
  return client.invalidateQueries({ queryKey: conversationKeys.counts() })
}
