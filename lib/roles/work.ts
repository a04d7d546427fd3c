import { keepSealed } from '@/lib/admin/workspace/keep-sealed'
import type { Context } from '@/lib/context'
import { APPENDED_CHANNEL } from '@/lib/db/log/appended'
import type { MediaTools } from '@/lib/jobs/media/fetch-media'
import { runJobs } from '@/lib/jobs/run-jobs'
import { Folder } from '@/lib/log/folder'

/** What works behind those who answer: the fold, jobs and timers, and keeping secrets sealed. */
export interface Work {
  /** Events wait for the fold. */
  wake(): void
  /** Ends what is under way, or hands it back, within five seconds. */
  stop(): Promise<void>
}

/** Starts folding and running jobs. Several processes of an installation may: one folds at a time, all share the jobs. */
export async function startWork(
  ctx: Context,
  media: MediaTools,
  report: (error: unknown) => void,
): Promise<Work> {
  const folder = new Folder(ctx.background, report)
  folder.wake()
  const wake = () => folder.wake()
  // Webs on other machines say so here; after a lost connection whatever was said meanwhile is looked for.
  const { unlisten } = await ctx.sql.listen(APPENDED_CHANNEL, wake, wake)
  const jobs = await runJobs(ctx, media)
  const seals = keepSealed(ctx)
  return {
    wake,
    async stop() {
      await unlisten().catch(report)
      await jobs.stop()
      await seals.stop()
      await folder.stop()
    },
  }
}
