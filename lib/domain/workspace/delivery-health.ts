import { reason } from '@/lib/i18n/reason'
import type { HealthFigures } from './health-figures'
import { good, type HealthLine, level, nameSome } from './health-line'

const HOUR_MS = 3_600_000

export function channelsLine({ channels }: HealthFigures): HealthLine | undefined {
  if (!channels) return undefined
  const name = reason('workspace.health.channels.name')
  const silent = channels.flatMap(({ name, silence }) => {
    if (silence.state !== 'silent') return []
    const span = { ms: silence.hours * HOUR_MS, style: 'long' as const }
    return [reason('workspace.health.channels.silent', { name, span, usual: silence.usual })]
  })
  if (channels.length === 0) return good(name, reason('workspace.health.channels.none'))
  if (silent.length === 0)
    return good(name, reason('workspace.health.channels.heard', { count: channels.length }))
  const value = reason('workspace.health.names', { names: nameSome(silent) })
  return { name, state: 'bad', value, advice: reason('workspace.health.channels.advice') }
}

export function disconnectedLine({ disconnected }: HealthFigures): HealthLine | undefined {
  if (!disconnected) return undefined
  const name = reason('workspace.health.disconnected.name')
  if (disconnected.length === 0) return good(name, reason('workspace.health.none'))
  const value = reason('workspace.health.names', { names: nameSome(disconnected) })
  return { name, state: 'bad', value, advice: reason('workspace.health.disconnected.advice') }
}

export function lostLine({ lostEvents }: HealthFigures): HealthLine | undefined {
  if (lostEvents === undefined) return undefined
  const value =
    lostEvents === 0
      ? reason('workspace.health.log.whole')
      : reason('workspace.health.log.lost', { count: lostEvents })
  const advice = reason('workspace.health.log.advice')
  return level(reason('workspace.health.log.name'), value, lostEvents, 1, 1, advice)
}

export function foldLine({ pendingEvents }: HealthFigures): HealthLine | undefined {
  if (pendingEvents === undefined) return undefined
  const value =
    pendingEvents === 0
      ? reason('workspace.health.fold.none')
      : reason('workspace.health.fold.waiting', { count: pendingEvents })
  const advice = reason('workspace.health.fold.advice')
  return level(reason('workspace.health.fold.name'), value, pendingEvents, 1_000, 20_000, advice)
}

export function rejectedLine({ rejected }: HealthFigures): HealthLine | undefined {
  if (!rejected) return undefined
  const { today, channels } = rejected
  const value =
    today === 0
      ? reason('workspace.health.rejected.none')
      : reason('workspace.health.rejected.today', { count: today, channels: nameSome(channels) })
  const advice = reason('workspace.health.rejected.advice')
  return level(reason('workspace.health.rejected.name'), value, today, 1, 1_000, advice)
}

export function quarantineLine({ quarantined }: HealthFigures): HealthLine | undefined {
  if (quarantined === undefined) return undefined
  const value =
    quarantined === 0
      ? reason('workspace.health.quarantine.none')
      : reason('workspace.health.quarantine.some', { count: quarantined })
  const advice = reason('workspace.health.quarantine.advice')
  return level(reason('workspace.health.quarantine.name'), value, quarantined, 1, 100, advice)
}
