import { reason } from '@/lib/i18n/reason'
import type { OwnFact } from '../fact'
import { foldChannel, isChannelFact } from './channel/fold-channels'
import { addActivity, changeConversation, conversationIn } from './conversation/change-rows'
import { foldTagged } from './conversation/fold-tags'
import type { Effected, FoldEvent } from './event'
import { foldMedia, isMediaFact } from './message/fold-media'
import {
  foldAssigned,
  foldConversationsReleased,
  foldLiveChatSet,
  foldMemberRead,
  foldNotStopped,
  foldPortrait,
} from './owner/fold-owner'
import { foldReply, isReplyFact } from './reply/fold-replies'
import type { World } from './world'

/** Applies one of our own events. What changes no folded row (an agent was added) is applied by being in the log. */
export function foldOwn(world: World, event: FoldEvent, given: OwnFact): Effected {
  const fact = withMerged(world, given)
  if (isReplyFact(fact)) foldReply(world, event, fact)
  else if (fact.type === 'live-chat.set') foldLiveChatSet(world, event, fact)
  else if (fact.type === 'live-chat.failed') foldNotStopped(world, event, fact)
  else if (fact.type === 'member.not-redirected')
    addActivity(world, event, fact.conversationId, 'node-refused', {
      detail: reason('owner.nodeRefused', { node: fact.node, why: fact.reason }),
    })
  else if (fact.type === 'conversation.assigned') foldAssigned(world, event, fact)
  else if (fact.type === 'member.read') foldMemberRead(world, event, fact)
  else if (fact.type === 'member.portrait') foldPortrait(world, fact)
  else if (isChannelFact(fact)) foldChannel(world, event, fact)
  else if (fact.type === 'conversation.read')
    changeConversation(world, fact.conversationId, { unread: fact.unread })
  else if (fact.type === 'conversation.tagged') foldTagged(world, event, fact)
  else if (fact.type === 'conversation.status-set') foldStatusSet(world, event, fact)
  else if (isMediaFact(fact)) foldMedia(world, fact)
  else if (fact.type === 'agent.talks-released') foldConversationsReleased(world, event, fact)
  return 'applied'
}

/** A conversation that went into another one meanwhile means that one. */
function withMerged(world: World, fact: OwnFact): OwnFact {
  const now = (id: string) => world.merged.get(id)?.intoId ?? id
  if ('conversationId' in fact) return { ...fact, conversationId: now(fact.conversationId) }
  if (fact.type === 'agent.talks-released')
    return { ...fact, conversationIds: [...new Set(fact.conversationIds.map(now))] }
  return fact
}

function foldStatusSet(
  world: World,
  event: FoldEvent,
  fact: Extract<OwnFact, { type: 'conversation.status-set' }>,
) {
  if (conversationIn(world, fact.conversationId).status === fact.status) return
  changeConversation(world, fact.conversationId, { status: fact.status })
  const { idleMinutes } = fact
  const isIdle = idleMinutes !== undefined
  const kind = fact.status === 'open' ? 'reopened' : isIdle ? 'idle-resolved' : 'resolved'
  const detail = isIdle ? String(idleMinutes) : undefined
  addActivity(world, event, fact.conversationId, kind, { agentId: event.agentId, detail })
  if (fact.handBack)
    world.effects.push({ type: 'hand-back-resolved', conversationId: fact.conversationId })
}
