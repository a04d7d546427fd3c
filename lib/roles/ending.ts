import { SettingsError } from '@/lib/env'
import { toSafeText } from '@/lib/loggable'
import { logger } from '@/lib/logger'
import { readPlace, UNUSABLE_EXIT } from './place'

/** A process is gone within so many ms after it was told to end, whatever still hangs: all of a machine within ten seconds. */
const END_MS = { web: 5_000, worker: 4_000, all: 9_000 }

/**
 * Starts a process's work, and stops it when the process is told to end: by a signal, or because its launcher is gone.
 * What can't be started ends the process with the reason in the log. `exits`: the process is ours to end.
 */
export async function endOnSignal(
  exits: boolean,
  start: () => Promise<() => Promise<void>>,
): Promise<void> {
  // A launcher that is killed while we start is gone for good: nobody else would end us.
  const isLed = process.connected
  try {
    const endMs = END_MS[readPlace().role]
    const stop = await start()
    const end = () => {
      if (exits) setTimeout(() => process.exit(0), endMs).unref()
      stop()
        .catch((error) => logger.error({ error }, 'Stopping failed'))
        .finally(() => exits && process.exit(0))
    }
    const once = onlyOnce(end)
    process.on('SIGTERM', once)
    // A Ctrl-C reaches every process of a terminal: the launcher tells us when it is our turn.
    process.on('SIGINT', isLed ? () => {} : once)
    if (!isLed) return
    process.on('SIGHUP', () => {}).once('disconnect', once)
    if (!process.connected) once()
  } catch (error) {
    endInFailure(error)
  }
}

/** What can't be started ends the process with the reason in the log. */
export function endInFailure(error: unknown): never {
  logger.fatal({ error }, toSafeText(error))
  process.exit(error instanceof SettingsError ? UNUSABLE_EXIT : 1)
}

function onlyOnce(work: () => void) {
  let isDone = false
  return () => {
    if (isDone) return
    isDone = true
    work()
  }
}
