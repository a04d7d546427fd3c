import { DEFAULT_CHANNEL_SETTINGS } from '@/lib/domain/channel/channel-settings'
import type { OwnFact } from '@/lib/domain/fact'
import type { ChannelRow } from '@/lib/domain/rows'
import type { FoldEvent } from '../event'
import { nextFeed, type World } from '../world'

type ChannelFact = Extract<OwnFact, { type: `channel.${string}` }>

export function isChannelFact(fact: OwnFact): fact is ChannelFact {
  return fact.type.startsWith('channel.')
}

/** What admins do to a channel. Its secrets are no folded rows: of those the log keeps only that something was done. */
export function foldChannel(world: World, event: FoldEvent, fact: ChannelFact) {
  switch (fact.type) {
    case 'channel.connected':
      return foldConnected(world, event, fact)
    case 'channel.configured':
      return change(world, fact.channelId, { settings: fact.settings })
    case 'channel.changed':
      return foldChanged(world, fact)
    case 'channel.paused':
      return change(world, fact.channelId, { pausedAt: event.receivedAt })
    case 'channel.resumed':
      return change(world, fact.channelId, { pausedAt: null })
    case 'channel.disconnected':
      return change(world, fact.channelId, { authorized: false, disconnectedAt: event.receivedAt })
    case 'channel.secret-added':
    case 'channel.secret-removed':
      return
  }
}

/** Connecting again resumes: a pause and a disconnection end, settings stay. */
function foldConnected(
  world: World,
  event: FoldEvent,
  fact: Extract<OwnFact, { type: 'channel.connected' }>,
) {
  const { channelId, connectionId, name, platform, stellaId, externalId, dialect } = fact
  world.channels.put({
    id: channelId,
    connectionId,
    name,
    platform,
    stellaId,
    externalId,
    dialect: dialect ?? 'stella',
    settings: world.channels.get(channelId)?.settings ?? DEFAULT_CHANNEL_SETTINGS,
    authorized: true,
    connectedAt: event.receivedAt,
    disconnectedAt: null,
    pausedAt: null,
    feed: nextFeed(world),
  })
}

function foldChanged(
  world: World,
  { channelId, name, externalId, dialect }: Extract<OwnFact, { type: 'channel.changed' }>,
) {
  change(world, channelId, { name, externalId, ...(dialect ? { dialect } : {}) })
}

function change(world: World, channelId: string, changes: Partial<ChannelRow>) {
  const channel = world.channels.get(channelId)
  if (!channel) throw new Error(`No channel ${channelId}`)
  world.channels.put({ ...channel, ...changes, feed: nextFeed(world) })
}
