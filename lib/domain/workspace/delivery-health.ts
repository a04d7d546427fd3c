import { count } from '../measures'
import type { HealthFigures } from './health-figures'
import { good, type HealthLine, level, nameSome } from './health-line'

export function channelsLine({ channels }: HealthFigures): HealthLine | undefined {
  if (!channels) return undefined
  const name = 'Channels'
  const silent = channels.flatMap(({ name, silence }) =>
    silence.state === 'silent'
      ? [`${name} has heard nothing for ${silence.hours} h (usually ${silence.usual} deliveries)`]
      : [],
  )
  if (channels.length === 0) return good(name, 'None is connected')
  if (silent.length === 0) return good(name, `${channels.length}, and none is silent`)
  const advice =
    'Look at its page under Channels: the webhook settings at Stella, the proxy before the inbox, the secret.'
  return { name, state: 'bad', value: nameSome(silent, '; '), advice }
}

export function disconnectedLine({ disconnected }: HealthFigures): HealthLine | undefined {
  if (!disconnected) return undefined
  const name = 'Channels disconnected'
  if (disconnected.length === 0) return good(name, 'None')
  const advice = 'Nothing is sent there. Add the channel once more when it is connected at Stella.'
  return { name, state: 'bad', value: nameSome(disconnected), advice }
}

export function lostLine({ lostEvents }: HealthFigures): HealthLine | undefined {
  if (lostEvents === undefined) return undefined
  const value = lostEvents === 0 ? 'Every event has its place' : `${count(lostEvents)} have none`
  return level(
    'Log',
    value,
    lostEvents,
    1,
    1,
    '`npm run inbox -- rebuild --check` says what to do.',
  )
}

export function foldLine({ pendingEvents }: HealthFigures): HealthLine | undefined {
  if (pendingEvents === undefined) return undefined
  const value = pendingEvents === 0 ? 'Nothing waits' : `${count(pendingEvents)} wait`
  const advice = 'Deliveries come faster than they are folded. Look for a rebuild, or a full CPU.'
  return level('Deliveries to fold', value, pendingEvents, 1_000, 20_000, advice)
}

export function rejectedLine({ rejected }: HealthFigures): HealthLine | undefined {
  if (!rejected) return undefined
  const { today, channels } = rejected
  const value = today === 0 ? 'None today' : `${count(today)} today, to ${nameSome(channels)}`
  const advice =
    'A secret differs from Stella’s, or somebody else posts there: see the channel’s signature lab.'
  return level('Rejected signatures', value, today, 1, 1_000, advice)
}

export function quarantineLine({ quarantined }: HealthFigures): HealthLine | undefined {
  if (quarantined === undefined) return undefined
  const value = quarantined === 0 ? 'Empty' : `${count(quarantined)} that nobody could read yet`
  const advice = 'An admin finds them under Quarantine, and replays them after an update.'
  return level('Quarantine', value, quarantined, 1, 100, advice)
}
