export interface Counts {
  passed: number
  failed: number
  skipped: number
}

/** How a step went. */
export interface Outcome extends Counts {
  /** Every test that failed, by a name one can search for. */
  failures: string[]
  /** Those that passed only at the second try: each is a fault to mend. */
  flaky: string[]
}

export const NOTHING: Outcome = { passed: 0, failed: 0, skipped: 0, failures: [], flaky: [] }

export function passedOnce(): Outcome {
  return { ...NOTHING, passed: 1 }
}

export function failedOnce(why: string): Outcome {
  return { ...NOTHING, failed: 1, failures: [why] }
}

/** A run that ended badly without naming a failed test, say in a hook, has failed once. */
export function withVerdict(outcome: Outcome, succeeded: boolean): Outcome {
  if (succeeded || outcome.failed > 0) return outcome
  return { ...outcome, failed: 1, failures: ['It ended badly, but no test of it failed.'] }
}

export function sum(outcomes: Counts[]): Counts {
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const { passed, failed, skipped } of outcomes) {
    total.passed += passed
    total.failed += failed
    total.skipped += skipped
  }
  return total
}

export function toWords({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
