import { firstAdmin } from './admin/people/first-admin'
import { readSettings } from './env'
import { endInFailure, endOnSignal } from './roles/ending'
import { readPlace } from './roles/place'
import { startOrStandBy } from './roles/stand-by'
import { prepareIntake, startRuntime } from './runtime'
import { shared } from './shared-runtime'

/** Starts what a server process holds, and stops it when the process is told to end. */
export async function boot(): Promise<void> {
  // Next ends the process itself unless the launcher left that to us.
  const exits = process.env.NEXT_MANUAL_SIG_HANDLE !== undefined
  await endOnSignal(exits, async () => {
    const settings = readSettings()
    // next-auth reads where it lives from the environment alone.
    process.env.NEXTAUTH_URL ||= settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`
    const intake = await prepareIntake(settings, readPlace())
    const start = async () => {
      const { ctx, place } = await startRuntime(intake)
      shared.standingBy = undefined
      // Of several webs one is enough: each would print a link of its own.
      if (place.place === 1) await firstAdmin(ctx, settings)
    }
    await startOrStandBy(intake, start, endInFailure)
    return async () => {
      if (shared.runtime) return shared.runtime.stop()
      await shared.drain?.()
      shared.standingBy = undefined
      await intake.stop()
    }
  })
}
