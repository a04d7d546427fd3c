import { reason } from '@/lib/i18n/reason'
import type { HealthFigures } from './health-figures'
import { good, type HealthLine } from './health-line'
import { isPresent, isWorking } from './process-figures'

/**
 * Whether anybody folds and runs jobs. A web goes on taking deliveries without a worker, and nothing of them shows:
 * that is never called well.
 */
export function workerLine({ processes }: HealthFigures): HealthLine | undefined {
  if (!processes) return undefined
  const name = reason('workspace.health.worker.name')
  const workers = processes.filter(isWorking)
  const present = workers.filter(isPresent)
  if (present.length > 0)
    return good(name, reason('workspace.health.worker.running', { count: present.length }))
  const advice = reason('workspace.health.worker.advice')
  // Asked from a shell while nothing runs at all: then nobody takes deliveries either.
  const state = processes.some(isPresent) ? 'bad' : 'watch'
  if (workers.length === 0)
    return { name, state, value: reason('workspace.health.worker.never'), advice }
  const ms = Math.min(...workers.map(({ silentMs }) => silentMs))
  const value = reason('workspace.health.worker.away', { span: { ms, style: 'long' } })
  return { name, state, value, advice }
}
