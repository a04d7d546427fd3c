import type { ConversationRow } from '../rows'
import type { ConversationStatus, Counts } from './conversation'

/**
 * What is counted of the conversations of a channel: each status, who should answer the open ones, and as `mine` what each
 * person holds of them. Every view's number is a sum of these (`toCounts`).
 */
export type CounterName = ConversationStatus | 'waiting' | 'bot' | 'mine'

/** Which number: `agentId` is whose, and NOBODY where the number is everybody's. */
interface CounterKey {
  channelId: string
  name: CounterName
  agentId: string
}

export const NOBODY = '00000000-0000-0000-0000-000000000000'

/** All of a conversation that counts. */
export type Counted = Pick<ConversationRow, 'channelId' | 'status' | 'owner' | 'assigneeId'>

/** The numbers in which a conversation counts as one. The same rule as the lists: `inView` on the server, `belongsTo` in the browser. */
function countersOf({ channelId, status, owner, assigneeId }: Counted): CounterKey[] {
  const counters: CounterKey[] = [{ channelId, name: status, agentId: NOBODY }]
  if (status !== 'open') return counters
  if (owner === 'waiting') counters.push({ channelId, name: 'waiting', agentId: NOBODY })
  if (owner === 'bot' || owner === 'unknown')
    counters.push({ channelId, name: 'bot', agentId: NOBODY })
  if (assigneeId !== null) counters.push({ channelId, name: 'mine', agentId: assigneeId })
  return counters
}

/** A number, or by how much it changes. */
export type Counter = CounterKey & { n: number }

/** A number with the feed number at which it came to this: of two the higher is the later. */
export type FeedCounter = Counter & { feed: number }

/** A row before and after a change; undefined where there was none, or is none any more. */
interface Change<Row> {
  before: Row | undefined
  after: Row | undefined
}

/** By how much the numbers change when these rows do, in whatever order; those that stay are left out. */
export function counterChanges(changes: Change<Counted>[]): Counter[] {
  const sums = new Map<string, Counter>()
  for (const { before, after } of changes) {
    if (before) add(sums, before, -1)
    if (after) add(sums, after, 1)
  }
  return [...sums.values()].filter(({ n }) => n !== 0)
}

/** The numbers of groups of conversations that are alike in all that counts. */
export function countGroups(groups: (Counted & { n: number })[]): Counter[] {
  const sums = new Map<string, Counter>()
  for (const group of groups) add(sums, group, group.n)
  return [...sums.values()]
}

function add(sums: Map<string, Counter>, row: Counted, n: number) {
  for (const key of countersOf(row)) {
    const name = `${key.channelId} ${key.name} ${key.agentId}`
    const sum = sums.get(name)
    if (sum) sum.n += n
    else sums.set(name, { ...key, n })
  }
}

/** How many conversations each view holds, of the numbers of the channels that somebody sees. */
export function toCounts(counters: Pick<Counter, 'name' | 'n'>[]): Omit<Counts, 'failed'> {
  const counts = { mine: 0, waiting: 0, bot: 0, all: 0 }
  for (const { name, n } of counters)
    counts[name === 'mine' || name === 'waiting' || name === 'bot' ? name : 'all'] += n
  return counts
}
