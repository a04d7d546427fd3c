import { isAlive } from '@/lib/is-alive'
import type { ManagedProcess } from './processes'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Thrown by what is still starting when everything is being stopped. */
export class Stopping extends Error {}

export interface Lifecycle {
  /** Registers how to stop what has just been started. What came last is stopped first. */
  onStop(stop: () => Promise<unknown>): Promise<void>
  /** Registers a process that has to run until the end: when it dies, everything stops with exit code 1. */
  keep(child: ManagedProcess): Promise<void>
}

/**
 * Runs a launcher: `main` starts things and registers them. On a signal all is stopped in reverse order and the exit
 * code is `codeOnSignal`; when `main` fails or a kept process dies the reason is printed, all is stopped and the code is 1.
 * When `main` gives a number, all is stopped and that is the exit code. `owner`: a process id; when that is gone, all is
 * stopped, because whoever was killed can't say so.
 */
export function launch(
  main: (life: Lifecycle) => Promise<number | undefined>,
  { codeOnSignal = 0, owner }: { codeOnSignal?: number; owner?: number } = {},
) {
  const stops: (() => Promise<unknown>)[] = []
  let ending = false

  const life: Lifecycle = {
    async onStop(stop) {
      stops.push(stop)
      if (ending) throw new Stopping()
    },
    async keep(child) {
      void child.ended.then((how) => {
        const said = `${child.name} stopped by itself (${how}).\n${child.tail()}`
        if (!ending) void end(1, said.trimEnd())
      })
      await life.onStop(() => child.stop())
    },
  }

  async function end(code: number, reason?: string) {
    if (ending) return
    ending = true
    if (reason) console.error(reason)
    const stopped = await stopAll(stops)
    // What was being started while we stopped has registered itself by now.
    await started.catch(() => {})
    const stoppedLate = await stopAll(stops)
    process.exit(stopped && stoppedLate ? code : 1)
  }

  for (const signal of SIGNALS) process.on(signal, () => void end(codeOnSignal))
  if (owner !== undefined) watchOwner(owner, () => void end(1, 'Whoever started this is gone.'))
  // A closed terminal must not keep us from stopping what we started.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  const started = main(life)
  started.then(
    (code) => (code === undefined ? undefined : end(code)),
    (error) => (error instanceof Stopping ? undefined : end(1, textOf(error))),
  )
}

const LOOK_MS = 1_000

function watchOwner(owner: number, onGone: () => void) {
  const timer = setInterval(() => {
    if (isAlive(owner)) return
    clearInterval(timer)
    onGone()
  }, LOOK_MS)
  timer.unref()
}

/** One after the other, last started first; what can't be stopped doesn't keep the others running. */
async function stopAll(stops: (() => Promise<unknown>)[]): Promise<boolean> {
  let allStopped = true
  for (let stop = stops.pop(); stop; stop = stops.pop()) {
    await stop().catch((error) => {
      allStopped = false
      console.error(textOf(error))
    })
  }
  return allStopped
}

/** As `toErrorText` of lib/errors.ts, which would bring all words of the product into every launcher. */
function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
