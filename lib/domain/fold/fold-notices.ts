import type { MemberRow } from '../rows'
import type { NoticeFact } from '../webhook-facts'
import type { Effected, FoldEvent } from './fold-event'
import { addActivity, changeConversation, conversationOf } from './places'
import { memberKey, nextFeed, type World } from './world'

/** Derived from the notice's own key, so that the same notice again is the same line. */
export function noticeIdOf(idOf: World['idOf'], channelId: string, key: string): string {
  return idOf(`notice\n${channelId}\n${key}`)
}

/** Something the platform tells about the member: a line between messages, and perhaps a new name for them. */
export function foldNotice(world: World, event: FoldEvent, fact: NoticeFact): Effected {
  const { member, conversation } = conversationOf(world, event, fact.memberExternalId)
  const id = noticeIdOf(world.idOf, member.channelId, fact.key)
  if (world.activities.get(id)) return 'duplicate'
  addActivity(world, event, conversation.id, fact.notice, { id, at: fact.at, detail: fact.detail })
  if (fact.movedTo) moveMember(world, member, fact.movedTo)
  changeConversation(world, conversation.id, {
    lastActivityAt: Math.max(conversation.lastActivityAt, event.receivedAt),
  })
  return 'applied'
}

/**
 * The member keeps their one thread: from now on the new id is another name of theirs, and replies go there. The
 * platform said so, so it holds although somebody wrote under that id before; what they wrote stays where it is.
 */
function moveMember(world: World, member: MemberRow, movedTo: string) {
  const isBack = movedTo === member.externalId
  if (!isBack) putAlias(world, member, movedTo)
  world.members.put({ ...member, movedTo: isBack ? null : movedTo, feed: nextFeed(world) })
}

/** Another id of a member. One that has a thread of its own already keeps it: history is never joined by guess. */
export function addAlias(world: World, member: MemberRow, externalId: string) {
  const key = memberKey(member.channelId, externalId)
  if (!world.members.get(key) && !world.aliases.get(key)) putAlias(world, member, externalId)
}

function putAlias(world: World, { channelId, externalId: canonical }: MemberRow, id: string) {
  world.aliases.put({ channelId, externalId: id, memberExternalId: canonical })
}
