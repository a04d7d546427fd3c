import { reason } from '@/lib/i18n/reason'
import type { HealthFigures } from './health-figures'
import { good, type HealthLine, level } from './health-line'

const GB = 1024 ** 3

export function databaseLine({ database }: HealthFigures): HealthLine {
  const name = reason('workspace.health.database.name')
  if (!database)
    return {
      name,
      state: 'bad',
      value: reason('workspace.health.database.away'),
      advice: reason('workspace.health.database.awayAdvice'),
    }
  const { version, answerMs, sizeBytes, fsync } = database
  const facts = { version, ms: answerMs, size: { bytes: sizeBytes } }
  if (!fsync)
    return {
      name,
      state: 'bad',
      value: reason('workspace.health.database.noFsync', facts),
      advice: reason('workspace.health.database.noFsyncAdvice'),
    }
  const value = reason('workspace.health.database.answers', facts)
  const advice = reason('workspace.health.database.slowAdvice')
  return level(name, value, answerMs, 100, 1_000, advice)
}

export function connectionsLine({ database }: HealthFigures): HealthLine | undefined {
  if (!database) return undefined
  const { connections, connectionsMax } = database
  return level(
    reason('workspace.health.connections.name'),
    reason('workspace.health.connections.used', { open: connections, max: connectionsMax }),
    connections / connectionsMax,
    0.8,
    0.95,
    reason('workspace.health.connections.advice'),
  )
}

export function secretsLine({ secrets }: HealthFigures): HealthLine | undefined {
  if (!secrets) return undefined
  const { total, old, unreadable } = secrets
  const name = reason('workspace.health.secrets.name')
  if (unreadable > 0)
    return {
      name,
      state: 'bad',
      value: reason('workspace.health.secrets.lost', { count: unreadable, total }),
      advice: reason('workspace.health.secrets.lostAdvice'),
    }
  if (old > 0)
    return {
      name,
      state: 'watch',
      value: reason('workspace.health.secrets.old', { count: old, total }),
      advice: reason('workspace.health.secrets.oldAdvice'),
    }
  return good(name, reason('workspace.health.secrets.current', { total }))
}

/** It fills while Postgres is away and is empty a moment after, so what stays there is a sign of something else. */
export function spoolLine({ spool }: HealthFigures): HealthLine | undefined {
  if (!spool) return undefined
  const { deliveries, bytes, oldestMs, putAside } = spool
  const name = reason('workspace.health.spool.name')
  if (putAside > 0)
    return {
      name,
      state: 'bad',
      value: reason('workspace.health.spool.putAside', { count: putAside }),
      advice: reason('workspace.health.spool.putAsideAdvice'),
    }
  if (bytes === 0) return good(name, reason('workspace.health.spool.none'))
  const facts = {
    count: deliveries,
    size: { bytes },
    span: { ms: oldestMs, style: 'long' as const },
  }
  const value = reason('workspace.health.spool.holds', facts)
  const advice = reason('workspace.health.spool.advice')
  return { name, state: oldestMs < SPOOL_LONG_MS ? 'watch' : 'bad', value, advice }
}

const SPOOL_LONG_MS = 600_000

export function diskLine({ disk }: HealthFigures): HealthLine | undefined {
  if (!disk) return undefined
  const { freeBytes, totalBytes } = disk
  return level(
    reason('workspace.health.disk.name'),
    reason('workspace.health.disk.free', {
      free: { bytes: freeBytes },
      total: { bytes: totalBytes },
    }),
    // Little room in bytes or in share: whichever is worse.
    Math.max(1 - freeBytes / totalBytes, freeBytes < GB ? 0.98 : 0),
    0.9,
    0.97,
    reason('workspace.health.disk.advice'),
  )
}
