import { count, toSpan } from '../measures'
import type { HealthFigures } from './health-figures'
import { good, type HealthLine, level } from './health-line'

export function jobLines({ jobs }: HealthFigures): HealthLine[] {
  if (!jobs) return []
  const { waiting, oldestMs, failing, dead, lastError } = jobs
  const wait =
    waiting === 0
      ? 'None wait'
      : `${count(waiting)} due, the oldest for ${toSpan(oldestMs, 'seconds')}`
  const error = lastError ? ` Last: ${lastError}` : ''
  return [
    level('Jobs', wait, oldestMs, 30_000, 300_000, 'No process takes jobs: start or restart one.'),
    level(
      'Jobs that fail',
      failing === 0 ? 'None' : `${count(failing)} tried again.${error}`,
      failing,
      1,
      50,
      'They are tried again by themselves. Many mean that Stella or a media host is away.',
    ),
    level(
      'Jobs given up',
      dead === 0 ? 'None' : `${count(dead)}.${error}`,
      dead,
      1,
      1,
      'Mend what the error says. Replies that were not sent show “Try again” in their thread.',
    ),
  ]
}

const CALLS_TO_JUDGE = 5

export function stellaLine({ stella }: HealthFigures): HealthLine | undefined {
  if (!stella) return undefined
  const { calls, refused, unreached, unclear, p95Ms } = stella
  const name = 'Calls to Stella'
  if (calls === 0) return good(name, 'None in the last 15 minutes')
  const failed = unreached + unclear
  const value = `${count(calls)} in 15 minutes, ${failed} failed, ${refused} refused, 95 % within ${p95Ms} ms`
  const advice =
    'Stella is slow or away. Replies wait and go out by themselves; nothing is sent twice.'
  const share = calls < CALLS_TO_JUDGE ? 0 : failed / calls
  if (share >= 0.05) return level(name, value, share, 0.05, 0.5, advice)
  if (calls >= CALLS_TO_JUDGE && refused / calls >= 0.2)
    return { name, state: 'watch', value, advice: 'Check the access token and its scopes.' }
  return level(name, value, p95Ms, 5_000, 15_000, advice)
}

export function mediaLine({ jobs }: HealthFigures): HealthLine | undefined {
  if (!jobs) return undefined
  const value = jobs.media === 0 ? 'All fetched' : `${count(jobs.media)} to fetch`
  const advice = 'Files come faster than they are fetched, or their host is away.'
  return level('Media', value, jobs.media, 200, 5_000, advice)
}
