import type { MemberRow } from '@/lib/domain/rows'
import { moveActivities } from '../conversation/change-rows'
import { canonicalId, channelOf, conversationIdOf } from '../conversation/find-conversation'
import type { FoldEvent } from '../event'
import { memberKey, nextFeed, type World } from '../world'
import { mergeMembers } from './merge-members'

/**
 * The platform names one person by two ids: they have one thread, whichever of the two we met them by, and in whatever
 * order. `name` is where replies go, `other` what it comes with (a WhatsApp user id beside the number). Where both had a
 * thread, the two become one. Gives whether that was news.
 */
export function joinNames(world: World, event: FoldEvent, name: string, other: string): boolean {
  const { id: channelId } = channelOf(world, event)
  const first = canonicalId(world, channelId, name)
  const second = canonicalId(world, channelId, other)
  if (first === second) return false
  const known = world.members.get(memberKey(channelId, first))
  const met = world.members.get(memberKey(channelId, second))
  if (known && met) reachAt(world, mergeMembers(world, event, known, met), reachOf(known))
  else if (met) {
    putAlias(world, channelId, first, second)
    reachAt(world, met, name)
  } else putAlias(world, channelId, second, first)
  return true
}

/** Where replies to a member go. */
function reachOf({ movedTo, externalId }: MemberRow): string {
  return movedTo ?? externalId
}

function reachAt(world: World, member: MemberRow, name: string) {
  const movedTo = name === member.externalId ? null : name
  if (movedTo !== member.movedTo) world.members.put({ ...member, movedTo, feed: nextFeed(world) })
}

/** From now on `id` is another name of the member whom we know, or will know, as `canonical`. */
function putAlias(world: World, channelId: string, id: string, canonical: string) {
  for (const alias of world.aliases.inGroup(memberKey(channelId, id)))
    world.aliases.put({ ...alias, memberExternalId: canonical })
  world.aliases.put({ channelId, externalId: id, memberExternalId: canonical })
  const [from, into] = [id, canonical].map((each) => conversationIdOf(world, channelId, each))
  // Somebody may have a thread from before under a number that was another's: its lines stay.
  if (from && into && !world.conversations.get(from)) moveActivities(world, from, into)
}

/**
 * The member goes on under a new id: from now on it is another name of theirs, their one thread goes on, and replies go
 * there. Who wrote under it from that moment on is the member, so such a thread goes into theirs. One from before
 * was another person's: what was written there stays where it is.
 */
export function moveName(world: World, event: FoldEvent, from: string, to: string, at: number) {
  const { id: channelId } = channelOf(world, event)
  const name = canonicalId(world, channelId, from)
  const member = world.members.get(memberKey(channelId, name))
  if (!member) {
    joinNames(world, event, to, from)
    return
  }
  const target = canonicalId(world, channelId, to)
  const met = target === name ? undefined : world.members.get(memberKey(channelId, target))
  if (met && isFrom(world, met, at)) {
    reachAt(world, mergeMembers(world, event, member, met), to)
    return
  }
  if (to !== member.externalId) putAlias(world, channelId, to, name)
  reachAt(world, member, to)
}

/** Platform times are whole seconds, and the notice may be told a little after the first words. */
const NOTICE_LATE_MS = 60_000

/** Whether everything under this name was written from a moment on. */
function isFrom(world: World, member: MemberRow, at: number): boolean {
  const id = conversationIdOf(world, member.channelId, member.externalId)
  return world.messages.inGroup(id).every((message) => message.sentAt >= at - NOTICE_LATE_MS)
}
