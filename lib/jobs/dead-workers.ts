import type { Sql } from '@/lib/db/client'

/** First half of the advisory lock key that says "this process lives". */
const PROCESS_LOCKS = 7_201

/**
 * A process that is killed leaves its jobs locked, and graphile-worker frees them only after four hours. Each
 * process holds a session lock for as long as it lives; Postgres drops it the moment the process is gone.
 */
export async function holdProcessLock(sql: Sql, processKey: number): Promise<() => Promise<void>> {
  const reserved = await sql.reserve()
  await reserved`select pg_advisory_lock(${PROCESS_LOCKS}, ${processKey})`
  return async () => {
    await reserved`select pg_advisory_unlock(${PROCESS_LOCKS}, ${processKey})`
    reserved.release()
  }
}

export async function registerWorker(sql: Sql, workerId: string, processKey: number) {
  await sql`insert into job_workers (worker_id, process_key) values (${workerId}, ${processKey})
    on conflict (worker_id) do update set process_key = excluded.process_key`
}

/** Frees the jobs of processes that no longer live. Gives the workers that were found dead. */
export async function freeDeadWorkers(sql: Sql): Promise<string[]> {
  const dead = await sql<{ workerId: string }[]>`
    delete from job_workers w where not exists (
      select from pg_locks l where l.locktype = 'advisory' and l.granted
        and l.database = (select oid from pg_database where datname = current_database())
        and l.classid = ${PROCESS_LOCKS} and l.objid = w.process_key and l.objsubid = 2)
    returning worker_id`
  const ids = dead.map((row) => row.workerId)
  if (ids.length > 0) await sql`select graphile_worker.force_unlock_workers(${ids}::text[])`
  return ids
}
