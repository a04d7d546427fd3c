import type { Counts } from '@/lib/domain/conversation/conversation'
import { type FeedCounter, NOBODY, toCounts } from '@/lib/domain/conversation/counters'

/** One number of a channel; `agentId`: whose, where it is not everybody's. Of two with the same names the higher `feed` is the later. */
export interface CounterView {
  channelId: string
  name: FeedCounter['name']
  agentId?: string
  n: number
  feed: number
}

/** How many conversations each view holds, and the numbers of which these are the sums: the stream changes those. */
export type CountsView = Counts & { counters: CounterView[] }

export function toCountsView(counters: FeedCounter[], failed: number): CountsView {
  return { ...toCounts(counters), failed, counters: counters.map(toCounterView) }
}

export function toCounterView({ channelId, name, agentId, n, feed }: FeedCounter): CounterView {
  return { channelId, name, agentId: agentId === NOBODY ? undefined : agentId, n, feed }
}
