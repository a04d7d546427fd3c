import type { EventSum } from '@/lib/domain/log/event-sum'
import type { Outcome } from '@/lib/domain/log/outcome'
import { toRule } from '@/lib/domain/log/stored-reason'
import { reason, type Said } from '@/lib/i18n/reason'
import type { Queryable } from '../client'

export interface ChannelSum extends EventSum {
  id: string
  name: string
}

/** The six numbers that add up to `received`. */
export const SUM_PARTS = [
  'messages',
  'statuses',
  'duplicates',
  'ignored',
  'quarantined',
  'inWork',
] as const

/** Rules that are told apart for a channel: some quote a name that the platform chose. */
export const RULES_MAX = 20
const OTHER_RULES = reason('log.sums.otherRules')
const NO_RULE = reason('log.sums.noRule')

interface PartRow {
  id: string
  name: string
  outcome: Outcome | null
  rule: string | null
  events: number
  deliveries: number
  reports: number
}

/** The sum of every channel, by name. One statement, so the parts are of one moment. */
export async function sumEvents(sql: Queryable): Promise<ChannelSum[]> {
  const parts = await sql<PartRow[]>`
    select c.id, c.name, o.outcome, case when o.outcome = 'ignored' then o.rule end as rule,
      count(e.id) as events, coalesce(sum(e.deliveries), 0) as deliveries,
      count(e.id) filter (where o.outcome in ('status', 'applied') and o.statuses = 0) as reports
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
    for (const name of ['received', ...SUM_PARTS] as const) total[name] += sum[name]
    total.ofWhich.reports += sum.ofWhich.reports
    total.ofWhich.repeats += sum.ofWhich.repeats
    for (const { rule, count } of sum.ignoredBy) addRule(total, rule, count)
  }
  total.ignoredBy.sort((a, b) => b.count - a.count)
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

/**
 * Which number an event of an outcome adds to. A new outcome without one does not compile. Webhooks end as `applied`
 * only in rows that were folded before decision 0017.
 */
const NUMBER_OF: Record<Outcome, (typeof SUM_PARTS)[number]> = {
  message: 'messages',
  status: 'statuses',
  applied: 'statuses',
  duplicate: 'duplicates',
  ignored: 'ignored',
  quarantined: 'quarantined',
}

function addPart(sum: EventSum, { outcome, rule, events, deliveries, reports }: PartRow) {
  const repeats = Number(deliveries) - events
  sum.received += Number(deliveries)
  sum.duplicates += repeats
  sum.ofWhich.repeats += repeats
  sum.ofWhich.reports += reports
  sum[outcome ? NUMBER_OF[outcome] : 'inWork'] += events
  if (outcome === 'ignored') addRule(sum, rule === null ? NO_RULE : toRule(rule), events)
}

function addRule(sum: EventSum, rule: Said, count: number) {
  const find = (wanted: Said) =>
    sum.ignoredBy.find((each) => JSON.stringify(each.rule) === JSON.stringify(wanted))
  const isRoom = sum.ignoredBy.length < RULES_MAX
  const known = find(rule) ?? (isRoom ? undefined : find(OTHER_RULES))
  if (known) known.count += count
  else sum.ignoredBy.push({ rule: isRoom ? rule : OTHER_RULES, count })
}

function emptySum(): EventSum {
  return {
    received: 0,
    messages: 0,
    statuses: 0,
    duplicates: 0,
    ignored: 0,
    quarantined: 0,
    inWork: 0,
    ignoredBy: [],
    ofWhich: { reports: 0, repeats: 0 },
  }
}
