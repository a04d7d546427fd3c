export interface Counts {
  passed: number
  failed: number
  skipped: number
}

export interface Failure {
  /** One that can be searched for. */
  name: string
  /** The first lines of what the test said; empty where the name says it. */
  reason: string
}

/** How a step went. */
export interface Outcome extends Counts {
  /** Every test that failed. */
  failures: Failure[]
  /** Those that passed only at the second try: each is a fault to mend. */
  flaky: Failure[]
}

export const NOTHING: Outcome = { passed: 0, failed: 0, skipped: 0, failures: [], flaky: [] }

export function passedOnce(): Outcome {
  return { ...NOTHING, passed: 1 }
}

export function failedOnce(why: string): Outcome {
  return { ...NOTHING, failed: 1, failures: [{ name: why, reason: '' }] }
}

/** A run that ended badly without naming a failed test, say in a hook, has failed once. */
export function withVerdict(outcome: Outcome, succeeded: boolean): Outcome {
  if (succeeded || outcome.failed > 0) return outcome
  return {
    ...outcome,
    failed: 1,
    failures: [{ name: 'It ended badly, but no test of it failed.', reason: '' }],
  }
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
