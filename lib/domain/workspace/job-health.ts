import { type Reason, reason } from '@/lib/i18n/reason'
import type { HealthFigures } from './health-figures'
import { good, type HealthLine, level } from './health-line'

type JobFigures = NonNullable<HealthFigures['jobs']>

export function jobLines({ jobs }: HealthFigures): HealthLine[] {
  if (!jobs) return []
  const { oldestMs, failing, dead } = jobs
  return [
    level(
      reason('workspace.health.jobs.name'),
      waitingWords(jobs),
      oldestMs,
      30_000,
      300_000,
      reason('workspace.health.jobs.advice'),
    ),
    level(
      reason('workspace.health.failing.name'),
      failingWords(jobs),
      failing,
      1,
      50,
      reason('workspace.health.failing.advice'),
    ),
    level(
      reason('workspace.health.dead.name'),
      deadWords(jobs),
      dead,
      1,
      1,
      reason('workspace.health.dead.advice'),
    ),
  ]
}

function waitingWords({ waiting, oldestMs }: JobFigures): Reason {
  if (waiting === 0) return reason('workspace.health.jobs.none')
  const span = { ms: oldestMs, style: 'long', finest: 'seconds' } as const
  return reason('workspace.health.jobs.due', { count: waiting, span })
}

function failingWords({ failing: count, lastError: error }: JobFigures): Reason {
  if (count === 0) return reason('workspace.health.none')
  return error
    ? reason('workspace.health.failing.someBecause', { count, error })
    : reason('workspace.health.failing.some', { count })
}

function deadWords({ dead: count, lastError: error }: JobFigures): Reason {
  if (count === 0) return reason('workspace.health.none')
  return error
    ? reason('workspace.health.dead.someBecause', { count, error })
    : reason('workspace.health.dead.some', { count })
}

const CALLS_TO_JUDGE = 5

export function stellaLine({ stella }: HealthFigures): HealthLine | undefined {
  if (!stella) return undefined
  const { calls, refused, unreached, unclear, p95Ms } = stella
  const name = reason('workspace.health.stella.name')
  if (calls === 0) return good(name, reason('workspace.health.stella.none'))
  const failed = unreached + unclear
  const value = reason('workspace.health.stella.some', { calls, failed, refused, ms: p95Ms })
  const advice = reason('workspace.health.stella.slowAdvice')
  const share = calls < CALLS_TO_JUDGE ? 0 : failed / calls
  if (share >= 0.05) return level(name, value, share, 0.05, 0.5, advice)
  if (calls >= CALLS_TO_JUDGE && refused / calls >= 0.2)
    return { name, state: 'watch', value, advice: reason('workspace.health.stella.refusedAdvice') }
  return level(name, value, p95Ms, 5_000, 15_000, advice)
}

export function mediaLine({ jobs }: HealthFigures): HealthLine | undefined {
  if (!jobs) return undefined
  const value =
    jobs.media === 0
      ? reason('workspace.health.media.none')
      : reason('workspace.health.media.some', { count: jobs.media })
  const advice = reason('workspace.health.media.advice')
  return level(reason('workspace.health.media.name'), value, jobs.media, 200, 5_000, advice)
}
