import type { PreferenceFact } from '@/lib/domain/message/webhook-facts'
import { addActivity, noteActivity } from '../conversation/change-rows'
import { memberOf, threadOf } from '../conversation/find-conversation'
import type { Effected, FoldEvent } from '../event'
import { noticeIdOf } from '../message/fold-notices'
import { nextFeed, type World } from '../world'
import { joinNames } from './names'

/**
 * The member wants no more marketing messages, or wants them again: a line, and a mark on the member, where the newest
 * wish stands. Of two in one moment it is the one to stop.
 */
export function foldPreference(world: World, event: FoldEvent, fact: PreferenceFact): Effected {
  if (fact.alsoKnownAs) joinNames(world, event, fact.memberExternalId, fact.alsoKnownAs)
  const member = memberOf(world, event, fact.memberExternalId)
  const id = noticeIdOf(world.idOf, member.channelId, fact.key)
  if (world.activities.get(id)) return 'duplicate'
  const { marketing, at } = fact
  const before = member.marketingAt ?? 0
  if (at > before || (at === before && marketing === 'stop'))
    world.members.put({ ...member, marketing, marketingAt: at, feed: nextFeed(world) })
  const conversationId = threadOf(world, event, fact.memberExternalId)
  const kind = marketing === 'stop' ? 'marketing-stopped' : 'marketing-resumed'
  addActivity(world, event, conversationId, kind, { id, at })
  noteActivity(world, event, conversationId)
  return 'applied'
}
