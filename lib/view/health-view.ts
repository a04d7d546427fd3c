import type { HealthLine } from '../domain/workspace/health-line'
import { toIso } from './iso'

/** How the inbox is doing. Times are ISO 8601 in UTC. */
export interface HealthView {
  lines: HealthLine[]
  /** By API of Stella. */
  stella: {
    api: string
    calls: number
    refused: number
    unreached: number
    unclear: number
    meanMs: number
    p95Ms: number
  }[]
  at: string
}

export function toHealthView(report: Omit<HealthView, 'at'> & { at: number }): HealthView {
  return { ...report, at: toIso(report.at) }
}
