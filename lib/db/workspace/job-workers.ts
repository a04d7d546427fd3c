import type { Queryable } from '../client'

/** First half of the advisory lock key that says "this process lives". */
const PROCESS_LOCKS = 7_201

/** Notes which process runs a worker. */
export async function putJobWorker(
  sql: Queryable,
  workerId: string,
  processKey: number,
): Promise<void> {
  await sql`
    insert into job_workers (worker_id, process_key) values (${workerId}, ${processKey})
    on conflict (worker_id) do update set process_key = excluded.process_key`
}

/** The workers of other processes that hold no lock, so that they may well be dead. */
export async function listSilentWorkers(sql: Queryable, processKey: number): Promise<string[]> {
  const silent = await sql<{ workerId: string }[]>`
    select worker_id from job_workers w where process_key <> ${processKey} and not exists (
      select from pg_locks l where l.locktype = 'advisory' and l.granted
        and l.database = (select oid from pg_database where datname = current_database())
        and l.classid = ${PROCESS_LOCKS} and l.objid = w.process_key and l.objsubid = 2)`
  return silent.map((row) => row.workerId)
}

/** Frees the jobs of dead workers, and forgets them. */
export async function freeWorkers(sql: Queryable, workerIds: string[]): Promise<void> {
  await sql`select graphile_worker.force_unlock_workers(${workerIds}::text[])`
  await sql`delete from job_workers where worker_id = any(${workerIds})`
}

/** Which backend of Postgres serves this connection: another one after it was cut. */
export async function readBackend(sql: Queryable): Promise<number | undefined> {
  const [row] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`
  return row?.pid
}

/** Says that this process lives, for as long as the connection does. */
export async function holdProcessLock(sql: Queryable, processKey: number): Promise<void> {
  await sql`select pg_advisory_lock(${PROCESS_LOCKS}, ${processKey})`
}
