import { firstAdmin } from './admin/people/first-admin'
import { readSettings } from './env'
import { toSafeText } from './loggable'
import { logger } from './logger'
import { prepareIntake, startRuntime } from './runtime'
import { shared } from './shared-runtime'
import { startOrStandBy } from './stand-by'

/** Starts what a server process holds, and stops it when the process is told to end. */
export async function boot(): Promise<void> {
  try {
    const settings = readSettings()
    const { PUBLIC_URL, PORT } = settings
    // next-auth reads where it lives from the environment alone.
    process.env.NEXTAUTH_URL ||= PUBLIC_URL ?? `http://localhost:${PORT}`
    const intake = await prepareIntake(settings)
    const stop = () => {
      shared.standingBy = undefined
      return shared.runtime?.stop() ?? intake.stop()
    }
    process.once('SIGTERM', end)
    process.once('SIGINT', end)
    await startOrStandBy(
      intake,
      async () => {
        const { ctx } = await startRuntime(settings, intake)
        shared.standingBy = undefined
        await firstAdmin(ctx, settings)
      },
      fail,
    )

    function end() {
      stop()
        .catch((error) => logger.error({ error }, 'Stopping failed'))
        // Next ends the process itself unless the launcher left that to us.
        .finally(() => process.env.NEXT_MANUAL_SIG_HANDLE && process.exit(0))
    }
  } catch (error) {
    fail(error)
  }
}

function fail(error: unknown): never {
  logger.fatal({ error }, toSafeText(error))
  process.exit(1)
}
