import { reason } from '@/lib/i18n/reason'
import {
  channelsLine,
  disconnectedLine,
  foldLine,
  lostLine,
  quarantineLine,
  rejectedLine,
} from './delivery-health'
import type { HealthFigures } from './health-figures'
import { good, type HealthLine } from './health-line'
import { jobLines, mediaLine, stellaLine } from './job-health'
import { workerLine } from './process-health'
import { connectionsLine, databaseLine, diskLine, secretsLine, spoolLine } from './storage-health'

/** Judges what was measured; what was not is left out. Every line that isn't good says what to do. */
export function toHealthLines(figures: HealthFigures): HealthLine[] {
  return [
    databaseLine(figures),
    connectionsLine(figures),
    spoolLine(figures),
    channelsLine(figures),
    disconnectedLine(figures),
    workerLine(figures),
    foldLine(figures),
    lostLine(figures),
    rejectedLine(figures),
    quarantineLine(figures),
    ...jobLines(figures),
    stellaLine(figures),
    mediaLine(figures),
    secretsLine(figures),
    diskLine(figures),
    browsersLine(figures),
    versionLine(figures),
  ].flatMap((line) => line ?? [])
}

function browsersLine({ streams }: HealthFigures): HealthLine | undefined {
  if (streams === undefined) return undefined
  const name = reason('workspace.health.browsers.name')
  return good(name, reason('workspace.health.browsers.count', { count: streams }))
}

function versionLine({ version }: HealthFigures): HealthLine {
  const name = reason('workspace.health.version.name')
  return good(name, version ?? reason('workspace.health.version.unknown'))
}
