import { readSettings } from '@/lib/env'
import { openInstallation } from './open-installation'
import { openOwnPort } from './own-port'
import { Presence } from './presence'
import { awaitDatabase } from './stand-by'
import { startWork } from './work'

/** Starts the worker's part: fold, jobs, timers. Gives what stops it. */
export async function startWorker(
  onAppended: (wake: () => void) => void,
): Promise<() => Promise<void>> {
  await awaitDatabase(readSettings().DATABASE_URL)
  const { settings, place, ctx, media, guard, report } = await openInstallation()
  const work = await startWork(ctx, media, report)
  const presence = new Presence(ctx.sql, place, () => 0, report)
  await presence.start()
  onAppended(work.wake)
  const port = await openOwnPort({ settings, place, ctx, presence })
  return async () => {
    await port.stop()
    await work.stop()
    await presence.stop()
    await ctx.close()
    await guard.leave()
  }
}
