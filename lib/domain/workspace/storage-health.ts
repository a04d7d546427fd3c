import { toSize } from '../measures'
import type { HealthFigures } from './health-figures'
import { good, type HealthLine, level } from './health-line'

const GB = 1024 ** 3

export function databaseLine({ database }: HealthFigures): HealthLine {
  const name = 'Database'
  if (!database)
    return {
      name,
      state: 'bad',
      value: 'Does not answer',
      advice: 'Start Postgres, or check DATABASE_URL. Deliveries are refused with 503 until then.',
    }
  const { version, answerMs, sizeBytes, fsync } = database
  const value = `Postgres ${version}, answers in ${answerMs} ms, holds ${toSize(sizeBytes)}`
  if (!fsync)
    return {
      name,
      state: 'bad',
      value: `${value}, fsync is off`,
      advice:
        'Turn fsync on: a crash of the machine would lose events that Stella sends only once.',
    }
  return level(name, value, answerMs, 100, 1_000, 'Look for load on the database’s disk.')
}

export function connectionsLine({ database }: HealthFigures): HealthLine | undefined {
  if (!database) return undefined
  const { connections, connectionsMax } = database
  return level(
    'Database connections',
    `${connections} of ${connectionsMax}`,
    connections / connectionsMax,
    0.8,
    0.95,
    'Raise max_connections of Postgres, or run fewer processes.',
  )
}

export function secretsLine({ secrets }: HealthFigures): HealthLine | undefined {
  if (!secrets) return undefined
  const { total, old, unreadable } = secrets
  const name = 'Stored secrets'
  const lost = 'Put the secret they were sealed with into APP_SECRET_OLD, or type them again.'
  if (unreadable > 0)
    return { name, state: 'bad', value: `${unreadable} of ${total} can’t be read`, advice: lost }
  const rest = 'They are being sealed anew. `npm run inbox -- secret status` says how far.'
  if (old > 0)
    return { name, state: 'watch', value: `${old} of ${total} under an older key`, advice: rest }
  return good(name, `${total}, all under the current key`)
}

export function diskLine({ disk }: HealthFigures): HealthLine | undefined {
  if (!disk) return undefined
  const { freeBytes, totalBytes } = disk
  return level(
    'Disk',
    `${toSize(freeBytes)} free of ${toSize(totalBytes)}`,
    // Little room in bytes or in share: whichever is worse.
    Math.max(1 - freeBytes / totalBytes, freeBytes < GB ? 0.98 : 0),
    0.9,
    0.97,
    'Make room where DATA_DIR is, or move it: media and an embedded database live there.',
  )
}
