import type { HealthFigures } from '@/lib/domain/workspace/health-figures'
import type { Queryable } from '../client'

/** Which Postgres it is, how long it takes to answer, how much it holds, and how many connections are open. */
export async function measureDatabase(
  sql: Queryable,
): Promise<NonNullable<HealthFigures['database']>> {
  const begun = performance.now()
  await sql`select 1`
  const answerMs = Math.round(performance.now() - begun)
  const [row] = await sql<
    { size: number; open: number; max: number; version: string; fsync: boolean }[]
  >`
    select pg_database_size(current_database()) as size,
      (select count(*) from pg_stat_activity where backend_type = 'client backend') as open,
      current_setting('max_connections')::int as max,
      current_setting('server_version') as version, current_setting('fsync') = 'on' as fsync`
  return {
    answerMs,
    sizeBytes: row?.size ?? 0,
    connections: row?.open ?? 0,
    connectionsMax: row?.max ?? 1,
    version: row?.version ?? '?',
    fsync: row?.fsync ?? false,
  }
}

/** Deliveries turned away today (UTC) for a wrong signature; channels by how many they had. */
export async function measureRejected(
  sql: Queryable,
  now: number,
): Promise<NonNullable<HealthFigures['rejected']>> {
  const today = new Date(now).toISOString().slice(0, 10)
  const rows = await sql<{ name: string; count: number }[]>`
    select c.name, r.count from rejected_signatures r join channels c on c.id = r.channel_id
    where r.day = ${today} and r.count > 0 order by r.count desc, c.name`
  const total = rows.reduce((sum, { count }) => sum + count, 0)
  return { today: total, channels: rows.map(({ name }) => name) }
}

/** How many events are in quarantine. */
export async function countQuarantined(sql: Queryable): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*) as count from event_outcomes where outcome = 'quarantined'`
  return row?.count ?? 0
}

/** What the queue holds. */
export async function measureJobs(sql: Queryable): Promise<NonNullable<HealthFigures['jobs']>> {
  const [row] = await sql<
    {
      waiting: number
      oldestMs: number | null
      failing: number
      dead: number
      media: number
      lastError: string | null
    }[]
  >`
    select count(*) filter (where due) as waiting,
      (extract(epoch from now() - min(run_at) filter (where due)) * 1000)::bigint as oldest_ms,
      count(*) filter (where attempts > 0 and last_error is not null and attempts < max_attempts) as failing,
      count(*) filter (where attempts >= max_attempts and locked_at is null) as dead,
      count(*) filter (where task_identifier = 'fetch-media') as media,
      (array_agg(last_error order by updated_at desc) filter (where last_error is not null))[1] as last_error
    from (
      select *, locked_at is null and run_at <= now() and attempts < max_attempts as due
      from graphile_worker.jobs
    ) j`
  return {
    waiting: row?.waiting ?? 0,
    oldestMs: row?.oldestMs ?? 0,
    failing: row?.failing ?? 0,
    dead: row?.dead ?? 0,
    media: row?.media ?? 0,
    // A reason in a line; what errors quote (addresses with tokens) stays in the database.
    lastError: row?.lastError ? toReason(row.lastError) : undefined,
  }
}

function toReason(error: string): string {
  const [line = ''] = error.split('\n')
  return line.replaceAll(/https?:\/\/\S+/g, '…').slice(0, 200)
}
