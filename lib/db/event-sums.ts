import type { Outcome } from '@/lib/domain/rows'
import type { Queryable } from './client'

/**
 * Where every delivery went (architecture.md "Replay and the sum"): `received` is the sum of all the others, because each delivery is
 * either the first of its event, and an event has one outcome or none yet, or a repeat of it.
 */
export interface EventSum {
  received: number
  messages: number
  statuses: number
  /** Other bytes that say again what an earlier event said, such as raw and normalized of one message. */
  duplicates: number
  ignored: number
  /** The same by the named rule. */
  ignoredBy: { rule: string; count: number }[]
  quarantined: number
  /** Not folded yet. */
  inWork: number
  /** What changed something that is no message, such as deauthorize. */
  applied: number
  /** The same bytes once more. */
  repeats: number
}

export interface ChannelSum extends EventSum {
  id: string
  name: string
}

interface PartRow {
  id: string
  name: string
  outcome: Outcome | null
  rule: string | null
  events: number
  deliveries: number
}

/** The sum of every channel, by name. One statement, so the parts are of one moment. */
export async function sumEvents(sql: Queryable): Promise<ChannelSum[]> {
  const parts = await sql<PartRow[]>`
    select c.id, c.name, o.outcome, case when o.outcome = 'ignored' then o.rule end as rule,
      count(e.id) as events, coalesce(sum(e.deliveries), 0) as deliveries
    from channels c
      left join events e on e.channel_id = c.id and e.kind = 'webhook'
      left join event_outcomes o on o.event_id = e.id
    group by c.id, c.name, o.outcome, case when o.outcome = 'ignored' then o.rule end
    order by c.name, c.id, count(e.id) desc`
  const sums = new Map<string, ChannelSum>()
  for (const part of parts) {
    const sum = sums.get(part.id) ?? { id: part.id, name: part.name, ...emptySum() }
    addPart(sum, part)
    sums.set(part.id, sum)
  }
  return [...sums.values()]
}

/** All channels together. */
export function totalOf(sums: EventSum[]): EventSum {
  const total = emptySum()
  for (const sum of sums) {
    for (const name of NUMBERS) total[name] += sum[name]
    for (const { rule, count } of sum.ignoredBy) addRule(total, rule, count)
  }
  return total
}

/** Events that are neither folded nor waiting: none, unless somebody changed rows by hand. */
export async function countLostEvents(sql: Queryable): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*) as count from events e
    where not exists (select 1 from event_outcomes o where o.event_id = e.id)
      and not exists (select 1 from pending_events p where p.event_id = e.id)`
  return row?.count ?? 0
}

const NUMBERS = [
  'received',
  'messages',
  'statuses',
  'duplicates',
  'ignored',
  'quarantined',
  'inWork',
  'applied',
  'repeats',
] as const

/** Which number an event of an outcome adds to. A new outcome without one does not compile. */
const NUMBER_OF: Record<Outcome, (typeof NUMBERS)[number]> = {
  message: 'messages',
  status: 'statuses',
  duplicate: 'duplicates',
  ignored: 'ignored',
  quarantined: 'quarantined',
  applied: 'applied',
}

function addPart(sum: EventSum, { outcome, rule, events, deliveries }: PartRow) {
  sum.received += Number(deliveries)
  sum.repeats += Number(deliveries) - events
  sum[outcome ? NUMBER_OF[outcome] : 'inWork'] += events
  if (outcome === 'ignored') addRule(sum, rule ?? 'no rule named', events)
}

function addRule(sum: EventSum, rule: string, count: number) {
  const known = sum.ignoredBy.find((each) => each.rule === rule)
  if (known) known.count += count
  else sum.ignoredBy.push({ rule, count })
}

function emptySum(): EventSum {
  return {
    received: 0,
    messages: 0,
    statuses: 0,
    duplicates: 0,
    ignored: 0,
    ignoredBy: [],
    quarantined: 0,
    inWork: 0,
    applied: 0,
    repeats: 0,
  }
}
