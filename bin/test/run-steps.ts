import { type Lifecycle, Stopping } from '../process/lifecycle'
import { countOn, type Progress, toProgressWords } from './progress'
import { failedOnce, type Outcome, toWords } from './step-outcome'
import type { Step } from './test-steps'

/** Some tests say nothing for minutes: this often we say what is running. */
const HEARTBEAT_MS = 30_000

export interface Ended {
  step: Step
  outcome: Outcome
}

/**
 * Runs each step as soon as what it waits for has ended. Their lines come as they are written, each after the name of
 * its step when there are several.
 */
export async function runSteps(life: Lifecycle, steps: Step[]): Promise<Ended[]> {
  const isAlone = steps.length === 1
  const running = new Map<Step, Progress>()
  const startedAt = Date.now()
  const heart = setInterval(() => sayRunning(running, startedAt), HEARTBEAT_MS)
  const ends = new Map<string, Promise<Ended>>()
  for (const step of inOrder(steps)) {
    const before = step.after.flatMap((name) => ends.get(name) ?? [])
    ends.set(step.name, runAfter(before, step))
  }
  // All of them: what one lane still starts while the rest is being stopped has to be known to `life`.
  const settled = await Promise.allSettled(ends.values())
  clearInterval(heart)
  return settled.map((end) => {
    if (end.status === 'rejected') throw end.reason
    return end.value
  })

  async function runAfter(before: Promise<Ended>[], step: Step): Promise<Ended> {
    const missing = (await Promise.all(before)).find((end) => isMissing(end, step))
    const since = Date.now()
    if (missing) return end(step, failedOnce(`${missing.step.title} is not there.`), since)
    console.log(`\n── ${step.title} ──`)
    running.set(step, { done: 0 })
    const say = (line: string) => {
      running.set(step, countOn(running.get(step) ?? { done: 0 }, line))
      console.log(isAlone ? line : `${step.name.padEnd(8)} │ ${line}`)
    }
    try {
      return end(step, await attempt(step, life, say), since)
    } finally {
      running.delete(step)
    }
  }
}

async function attempt(step: Step, life: Lifecycle, say: (line: string) => void) {
  try {
    return await step.run({ life, say })
  } catch (error) {
    if (error instanceof Stopping) throw error
    const reason = error instanceof Error ? error.message : String(error)
    for (const line of reason.split('\n')) say(line)
    return failedOnce(reason.split('\n')[0] ?? reason)
  }
}

/** What was to be made ready for this step and could not be: running it would only say so again. */
function isMissing({ step, outcome }: Ended, other: Step): boolean {
  return outcome.failed > 0 && (step.for ?? []).includes(other.name)
}

function end(step: Step, outcome: Outcome, since: number): Ended {
  const seconds = ((Date.now() - since) / 1000).toFixed(1)
  const words = step.for && outcome.failed === 0 ? 'ready' : toWords(outcome)
  console.log(`── ${step.title}: ${words} in ${seconds} s ──`)
  return { step, outcome }
}

function sayRunning(running: Map<Step, Progress>, startedAt: number) {
  const what = [...running].map(
    ([{ title }, progress]) => `${title.toLowerCase()}${toProgressWords(progress)}`,
  )
  const minutes = ((Date.now() - startedAt) / 60_000).toFixed(1)
  console.log(`── after ${minutes} min: ${what.join(', ')} ──`)
}

/** Each after all that it waits for, so that their ends are known. */
function inOrder(steps: Step[]): Step[] {
  const ordered: Step[] = []
  const add = (step: Step) => {
    if (ordered.includes(step)) return
    for (const other of steps) if (step.after.includes(other.name)) add(other)
    ordered.push(step)
  }
  for (const step of steps) add(step)
  return ordered
}
