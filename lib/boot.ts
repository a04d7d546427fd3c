import { firstAdmin } from './admin/people/first-admin'
import { toSafeText } from './loggable'
import { logger } from './logger'
import { startRuntime } from './runtime'

/** Starts what a server process holds, and stops it when the process is told to end. */
export async function boot(): Promise<void> {
  try {
    const runtime = await startRuntime()
    const { PUBLIC_URL, PORT } = runtime.settings
    // next-auth reads where it lives from the environment alone.
    process.env.NEXTAUTH_URL ||= PUBLIC_URL ?? `http://localhost:${PORT}`
    process.once('SIGTERM', end)
    process.once('SIGINT', end)
    await firstAdmin(runtime.ctx, runtime.settings)

    function end() {
      runtime
        .stop()
        .catch((error) => logger.error({ error }, 'Stopping failed'))
        // Next ends the process itself unless the launcher left that to us.
        .finally(() => process.env.NEXT_MANUAL_SIG_HANDLE && process.exit(0))
    }
  } catch (error) {
    logger.fatal({ error }, toSafeText(error))
    process.exit(1)
  }
}
