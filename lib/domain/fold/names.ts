import type { FoldEvent } from './fold-event'
import { canonicalId, channelOf } from './places'
import { memberKey, nextFeed, type World } from './world'

/**
 * The platform names one person by two ids: they have one thread, whichever of the two we met them by. `name` is where
 * replies go, `other` what it comes with (a WhatsApp user id beside the number). Gives whether that was news.
 */
export function joinNames(world: World, event: FoldEvent, name: string, other: string): boolean {
  const { id: channelId } = channelOf(world, event)
  const [first, second] = [name, other].map((id) => canonicalId(world, channelId, id))
  if (first === undefined || second === undefined || first === second) return false
  const known = world.members.get(memberKey(channelId, first))
  const met = world.members.get(memberKey(channelId, second))
  if (!met) putAlias(world, channelId, second, first)
  else if (!known) {
    putAlias(world, channelId, first, second)
    world.members.put({ ...met, movedTo: name, feed: nextFeed(world) })
  } else return false
  return true
}

/** From now on `id` is another name of the member whom we met as `canonical`. */
export function putAlias(world: World, channelId: string, id: string, canonical: string) {
  world.aliases.put({ channelId, externalId: id, memberExternalId: canonical })
}

/**
 * The member goes on under a new id: from now on it is another name of theirs, their one thread goes on, and replies go
 * there. The platform said so, so it holds although somebody wrote under that id before; what they wrote stays where it
 * is. Of somebody we never met the new id is the name.
 */
export function moveName(world: World, event: FoldEvent, from: string, to: string, _at: number) {
  const { id: channelId } = channelOf(world, event)
  const name = canonicalId(world, channelId, from)
  const member = world.members.get(memberKey(channelId, name))
  if (!member) {
    joinNames(world, event, to, from)
    return
  }
  const isBack = to === member.externalId
  if (!isBack) putAlias(world, channelId, to, name)
  world.members.put({ ...member, movedTo: isBack ? null : to, feed: nextFeed(world) })
}
