import type { RunningApp } from '../support/bench-inbox'

/** In turn: the web, the worker, and everything at once with the launcher. */
export const VICTIMS = ['web', 'worker', 'all'] as const

/** Kills what has its turn, by SIGKILL; resolves when it was started again, by its launcher or by us. */
export async function killInTurn(app: RunningApp, turn: number): Promise<void> {
  const victim = VICTIMS[turn % VICTIMS.length] ?? 'all'
  if (victim !== 'all') return app.killPart(victim)
  await app.kill()
  await app.restart()
}
