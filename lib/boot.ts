import { firstAdmin } from './admin/people/first-admin'
import { endOnSignal } from './roles/ending'
import { startRuntime } from './runtime'

/** Starts what a server process holds, and stops it when the process is told to end. */
export async function boot(): Promise<void> {
  // Next ends the process itself unless the launcher left that to us.
  const exits = process.env.NEXT_MANUAL_SIG_HANDLE !== undefined
  await endOnSignal(exits, async () => {
    const runtime = await startRuntime()
    const { settings, place, ctx } = runtime
    // next-auth reads where it lives from the environment alone.
    process.env.NEXTAUTH_URL ||= settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`
    // Of several webs one is enough: each would print a link of its own.
    if (place.place === 1) await firstAdmin(ctx, settings)
    return () => runtime.stop()
  })
}
