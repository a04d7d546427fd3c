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
import { connectionsLine, databaseLine, diskLine, secretsLine } from './storage-health'

/** Judges what was measured; what was not is left out. Every line that isn't good says what to do. */
export function toHealthLines(figures: HealthFigures): HealthLine[] {
  return [
    databaseLine(figures),
    connectionsLine(figures),
    channelsLine(figures),
    disconnectedLine(figures),
    foldLine(figures),
    lostLine(figures),
    rejectedLine(figures),
    quarantineLine(figures),
    ...jobLines(figures),
    stellaLine(figures),
    mediaLine(figures),
    secretsLine(figures),
    diskLine(figures),
    figures.streams !== undefined && good('Open browsers', `${figures.streams} on this process`),
    good('Version', figures.version),
  ].flatMap((line) => line || [])
}
