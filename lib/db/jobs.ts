import type { Queryable } from './client'

/** The background jobs and what each takes. One place, so that who adds a job and who runs it agree. */
export interface JobPayloads {
  'refresh-member': { conversationId: string }
  'fetch-media': { mediaId: string }
  'fetch-portrait': { conversationId: string }
  'send-replies': { conversationId: string }
  'expire-media': Record<string, never>
  'reply-due': { conversationId: string; messageId: string }
  'stop-bot': { conversationId: string }
  'tell-closed': { conversationId: string }
  'hand-back-resolved': { conversationId: string }
  'find-idle': Record<string, never>
  'mend-counters': Record<string, never>
  'end-idle': { conversationId: string }
}

type JobName = keyof JobPayloads

export interface JobInsert<Name extends JobName = JobName> {
  name: Name
  payload: JobPayloads[Name]
  /** A second job with the same key replaces the first while that one has not started. */
  key: string
  /** Jobs of one queue run one after the other. */
  queue?: string
  runAt?: number
  maxAttempts?: number
}

/** Adds jobs in the caller's transaction: they exist if and only if it commits. */
export async function insertJobs(sql: Queryable, jobs: JobInsert[]): Promise<void> {
  if (jobs.length === 0) return
  const byKey = new Map(jobs.map((job) => [job.key, job]))
  const specs = [...byKey.values()].map((job) => ({
    identifier: job.name,
    payload: job.payload,
    queue_name: job.queue ?? null,
    run_at: job.runAt === undefined ? null : new Date(job.runAt).toISOString(),
    max_attempts: job.maxAttempts ?? 25,
    job_key: job.key,
  }))
  await sql`select 1 from graphile_worker.add_jobs(array(
    select json_populate_record(null::graphile_worker.job_spec, spec)
    from json_array_elements(${JSON.stringify(specs)}::text::json) as spec))`
}
