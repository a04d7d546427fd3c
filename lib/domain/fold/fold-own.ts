import { DEFAULT_CHANNEL_SETTINGS } from '../channel-settings'
import type { OwnFact } from '../fact'
import type { Effected, FoldEvent } from './fold-event'
import { foldMedia, isMediaFact } from './fold-media'
import { foldAssigned, foldLiveChatSet, foldMemberRead, foldNotStopped } from './fold-owner'
import { foldReply, isReplyFact } from './fold-replies'
import { addActivity, changeConversation, getConversation } from './places'
import { nextFeed, type World } from './world'

/** Applies one of our own events. What changes no folded row (an agent was added) is applied by being in the log. */
export function foldOwn(world: World, event: FoldEvent, fact: OwnFact): Effected {
  if (isReplyFact(fact)) foldReply(world, event, fact)
  else if (fact.type === 'live-chat.set') foldLiveChatSet(world, event, fact)
  else if (fact.type === 'live-chat.failed') foldNotStopped(world, event, fact)
  else if (fact.type === 'member.not-redirected')
    addActivity(world, event, fact.conversationId, 'node-refused', {
      detail: `${fact.node}: ${fact.reason}`,
    })
  else if (fact.type === 'conversation.assigned') foldAssigned(world, event, fact)
  else if (fact.type === 'member.read') foldMemberRead(world, event, fact)
  else if (fact.type === 'channel.connected') foldConnected(world, event, fact)
  else if (fact.type === 'channel.configured') foldConfigured(world, fact)
  else if (fact.type === 'conversation.read')
    changeConversation(world, fact.conversationId, { unread: fact.unread })
  else if (fact.type === 'conversation.status-set') foldStatusSet(world, event, fact)
  else if (isMediaFact(fact)) foldMedia(world, fact)
  return 'applied'
}

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
    feed: nextFeed(world),
  })
}

function foldConfigured(
  world: World,
  { channelId, settings }: Extract<OwnFact, { type: 'channel.configured' }>,
) {
  const channel = world.channels.get(channelId)
  if (!channel) throw new Error(`No channel ${channelId}`)
  world.channels.put({ ...channel, settings, feed: nextFeed(world) })
}

function foldStatusSet(
  world: World,
  event: FoldEvent,
  fact: Extract<OwnFact, { type: 'conversation.status-set' }>,
) {
  if (getConversation(world, fact.conversationId).status === fact.status) return
  changeConversation(world, fact.conversationId, { status: fact.status })
  const { idleMinutes } = fact
  const isIdle = idleMinutes !== undefined
  const kind = fact.status === 'open' ? 'reopened' : isIdle ? 'idle-resolved' : 'resolved'
  const detail = isIdle ? String(idleMinutes) : undefined
  addActivity(world, event, fact.conversationId, kind, { agentId: event.agentId, detail })
}
