import type { Context } from '@/lib/context'
import { logger } from '@/lib/logger'
import { tellSecurity } from '@/lib/security-log'
import { resealSecrets } from './reseal'

const LOOK_MS = 15_000
const PROGRESS_EVERY = 100

/**
 * Keeps what is sealed under the current secret of this process: once it has started, and whenever the secret has changed
 * since. Not a job of the queue: only a process that has the new secret can do it.
 */
export function keepSealed(ctx: Context): { stop(): Promise<void> } {
  let sealedUnder: string | undefined
  let work = Promise.resolve()
  const look = () => {
    ctx.keys.refresh()
    const keyId = ctx.vault.currentId()
    if (keyId === sealedUnder) return
    if (sealedUnder !== undefined) tellSecurity('secret.rotated', { what: `key ${keyId}` })
    sealedUnder = keyId
    work = work
      .then(() => reseal(ctx))
      .catch((error) => {
        // Tried again at the next look.
        sealedUnder = undefined
        logger.warn({ error }, 'Secrets could not be sealed anew')
      })
  }
  look()
  const timer = setInterval(look, LOOK_MS)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await work
    },
  }
}

async function reseal(ctx: Context) {
  let resealed = 0
  const status = await resealSecrets(ctx, (done, total) => {
    resealed = done
    if (done % PROGRESS_EVERY === 0) logger.info({ done, total }, 'Secrets are being sealed anew')
  })
  if (resealed > 0) logger.info({ ...status }, 'Secrets were sealed anew under the current secret')
  if (status.unreadable > 0)
    logger.error(
      { ...status },
      'Some secrets were sealed with a secret that is not in APP_SECRET_OLD',
    )
}
