import type { Context } from '@/lib/context'
import { insertJobs } from '@/lib/db/jobs'
import { listTimed } from '@/lib/db/owner/idle'
import { idleVerdict } from '@/lib/domain/owner/idle'

/** Every minute, in one process: gives each conversation whose timer ran out at `now` (epoch ms) a job. */
export async function findIdle(ctx: Context, now: number): Promise<number> {
  const rows = await listTimed(ctx.sql)
  const due = rows.filter((row) => idleVerdict(row, row.settings, now))
  await insertJobs(
    ctx.sql,
    due.map(({ id }) => ({
      name: 'end-idle',
      payload: { conversationId: id },
      key: `end-idle:${id}`,
    })),
  )
  return due.length
}
