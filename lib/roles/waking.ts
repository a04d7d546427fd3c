import { keepSealed } from '@/lib/admin/workspace/keep-sealed'
import type { Installation } from './open-installation'
import { tellLauncher, toProcessMessage } from './place'
import { Waker } from './waker'
import { startWork } from './work'

/** How a process that takes deliveries has them folded. */
export interface Waking {
  wake(): void
  stop(): Promise<void>
}

/**
 * A process that does everything folds by itself. A web tells the worker of its machine through the launcher, and
 * `announce`s it to other machines while it has none: there a web may run alone, or its worker be starting again.
 */
export async function openWaking(
  { place, ctx, media, report }: Installation,
  announce: () => Promise<void>,
): Promise<Waking> {
  if (place.role === 'all') return startWork(ctx, media, report)
  let hasWorker = false
  const hear = (message: unknown) => {
    const said = toProcessMessage(message)
    if (said?.inbox === 'worker') hasWorker = said.up
  }
  process.on('message', hear)
  // Each process has to learn by itself that the secret has changed.
  const seals = keepSealed(ctx)
  const near = new Waker(() => tellLauncher({ inbox: 'appended' }))
  // A word that gets lost costs a second: every worker looks by itself.
  const far = new Waker(() => void announce().catch(() => {}), FAR_PAUSE_MS)
  return {
    wake: () => (hasWorker ? near : far).wake(),
    async stop() {
      process.off('message', hear)
      near.stop()
      far.stop()
      await seals.stop()
    },
  }
}

/** A NOTIFY costs each listening process a wake-up: about fifty a second are enough. */
const FAR_PAUSE_MS = 20
