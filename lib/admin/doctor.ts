import type { Context } from '@/lib/context'
import { listChannels } from '@/lib/db/channels'
import { countPendingEvents } from '@/lib/db/events'

export interface Doctor {
  ok: boolean
  checks: { name: string; ok: boolean; text: string }[]
  channels: ChannelSum[]
}

/** Where every delivery of a channel went: received = events + repeats, and every event has one outcome. */
export interface ChannelSum {
  id: string
  name: string
  received: number
  events: number
  repeats: number
  messages: number
  statuses: number
  duplicates: number
  ignored: number
  quarantined: number
  pending: number
  /** Events that changed something that is no message, such as deauthorize. */
  applied: number
}

/** Looks at what an operator would want to know first. Nothing is changed. */
export async function readDoctor(ctx: Context): Promise<Doctor> {
  const checks = [await checkDatabase(ctx), await checkPending(ctx), await checkJobs(ctx)]
  const channels = await sumChannels(ctx)
  const quarantined = channels.reduce((sum, channel) => sum + channel.quarantined, 0)
  checks.push({
    name: 'Quarantine',
    ok: true,
    text:
      quarantined === 0
        ? 'empty'
        : `${quarantined} events; see \`event list --outcome quarantined\``,
  })
  const disconnected = (await listChannels(ctx)).filter((channel) => !channel.authorized)
  checks.push({
    name: 'Channels',
    ok: disconnected.length === 0,
    text:
      disconnected.length === 0
        ? `${channels.length} connected`
        : `disconnected at Stella: ${disconnected.map((channel) => channel.name).join(', ')}`,
  })
  return { ok: checks.every((check) => check.ok), checks, channels }
}

async function checkDatabase(ctx: Context) {
  const [row] = await ctx.sql<{ version: string; fsync: string }[]>`
    select current_setting('server_version') as version, current_setting('fsync') as fsync`
  const ok = row?.fsync === 'on'
  const text = `Postgres ${row?.version}${ok ? '' : ': fsync is off, a crash would lose events'}`
  return { name: 'Database', ok, text }
}

const PENDING_MAX = 1_000

async function checkPending(ctx: Context) {
  const pending = await countPendingEvents(ctx.sql)
  return { name: 'Fold', ok: pending < PENDING_MAX, text: `${pending} events wait` }
}

async function checkJobs(ctx: Context) {
  const [row] = await ctx.sql<{ failing: number; waiting: number }[]>`
    select count(*) filter (where attempts >= max_attempts) as failing,
      count(*) filter (where attempts < max_attempts) as waiting from graphile_worker.jobs`
  const failing = row?.failing ?? 0
  return { name: 'Jobs', ok: failing === 0, text: `${row?.waiting ?? 0} wait, ${failing} gave up` }
}

async function sumChannels(ctx: Context): Promise<ChannelSum[]> {
  return ctx.sql<ChannelSum[]>`
    select c.id, c.name,
      coalesce(sum(e.deliveries), 0) as received,
      count(e.id) as events,
      coalesce(sum(e.deliveries - 1), 0) as repeats,
      count(*) filter (where o.outcome = 'message') as messages,
      count(*) filter (where o.outcome = 'status') as statuses,
      count(*) filter (where o.outcome = 'duplicate') as duplicates,
      count(*) filter (where o.outcome = 'ignored') as ignored,
      count(*) filter (where o.outcome = 'quarantined') as quarantined,
      count(*) filter (where o.outcome = 'applied') as applied,
      count(e.id) filter (where o.event_id is null) as pending
    from channels c
      left join events e on e.channel_id = c.id and e.kind = 'webhook'
      left join event_outcomes o on o.event_id = e.id
    group by c.id, c.name order by c.name`
}
