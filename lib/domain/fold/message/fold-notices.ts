import type { NoticeFact } from '@/lib/domain/message/webhook-facts'
import { addActivity, noteActivity } from '../conversation/change-rows'
import { channelOf, threadOf } from '../conversation/find-conversation'
import type { Effected, FoldEvent } from '../event'
import { joinNames, moveName } from '../member/names'
import type { World } from '../world'

/** Derived from the notice's own key, so that the same notice again is the same line. */
export function noticeIdOf(idOf: World['idOf'], channelId: string, key: string): string {
  return idOf(`notice\n${channelId}\n${key}`)
}

/**
 * Something the platform tells about the member: a line between messages, and perhaps a new name for them. It makes no
 * conversation: where nobody has spoken yet, the line waits in the thread that will be theirs.
 */
export function foldNotice(world: World, event: FoldEvent, fact: NoticeFact): Effected {
  const { id: channelId } = channelOf(world, event)
  const id = noticeIdOf(world.idOf, channelId, fact.key)
  if (world.activities.get(id)) return 'duplicate'
  if (fact.alsoKnownAs) joinNames(world, event, fact.memberExternalId, fact.alsoKnownAs)
  if (fact.movedTo) moveName(world, event, fact.memberExternalId, fact.movedTo, fact.at)
  const conversationId = threadOf(world, event, fact.memberExternalId)
  addActivity(world, event, conversationId, fact.notice, { id, at: fact.at, detail: fact.detail })
  noteActivity(world, event, conversationId)
  return 'applied'
}
