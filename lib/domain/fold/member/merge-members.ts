import type { ConversationRow, MemberRow } from '@/lib/domain/rows'
import { addActivity, changeConversation, noteNewest } from '../conversation/change-rows'
import { askStella, conversationIdOf, conversationOf } from '../conversation/find-conversation'
import type { FoldEvent } from '../event'
import { raiseByWatermarks } from '../message/watermarks'
import { changeOwner } from '../owner/change-owner'
import { openSpanOf } from '../owner/spans'
import { memberKey, nextFeed, type World } from '../world'
import { moveThread } from './move-thread'

/**
 * Two members proved to be one person: the one whom we met first stays, with every line of both in one thread. The other
 * and its conversation go; whatever still names them means the one that stayed (architecture.md "One person, two ids").
 * Gives who stayed.
 */
export function mergeMembers(
  world: World,
  event: FoldEvent,
  one: MemberRow,
  other: MemberRow,
): MemberRow {
  const [stays, goes] = isElder(one, other) ? [one, other] : [other, one]
  const { channelId } = stays
  for (const alias of world.aliases.inGroup(memberKey(channelId, goes.externalId)))
    world.aliases.put({ ...alias, memberExternalId: stays.externalId })
  world.aliases.put({
    channelId,
    externalId: goes.externalId,
    memberExternalId: stays.externalId,
  })
  world.members.remove(goes)
  const member = world.members.put(joinProfiles(world, stays, goes))
  const from = conversationIdOf(world, channelId, goes.externalId)
  const gone = world.conversations.get(from)
  const into = conversationIdOf(world, channelId, stays.externalId)
  if (gone)
    joinConversations(
      world,
      event,
      gone,
      conversationOf(world, event, stays.externalId).conversation,
      goes,
    )
  moveThread(world, { from, into, actors: [goes.externalId, stays.externalId] })
  if (gone) settle(world, event, into)
  return member
}

/** In the order of the log, so that a rebuild, and however the events are cut into batches, agree. */
function isElder(one: MemberRow, other: MemberRow): boolean {
  if (one.createdFeed !== other.createdFeed) return one.createdFeed < other.createdFeed
  if (one.createdAt !== other.createdAt) return one.createdAt < other.createdAt
  return one.externalId < other.externalId
}

/** What Stella said last of either, and what either said of marketing last. */
function joinProfiles(world: World, stays: MemberRow, goes: MemberRow): MemberRow {
  const { id, channelId, externalId, movedTo, createdAt, createdFeed } = stays
  const [older, newer] = (goes.asOf ?? 0) > (stays.asOf ?? 0) ? [stays, goes] : [goes, stays]
  const wish = (goes.marketingAt ?? 0) > (stays.marketingAt ?? 0) ? goes : stays
  return {
    ...newer,
    id,
    channelId,
    externalId,
    movedTo,
    createdAt: Math.min(createdAt, goes.createdAt),
    createdFeed,
    stellaId: newer.stellaId ?? older.stellaId,
    name: newer.name ?? older.name,
    profileName: stays.profileName ?? goes.profileName,
    marketing: wish.marketing,
    marketingAt: wish.marketingAt,
    feed: nextFeed(world),
  }
}

function joinConversations(
  world: World,
  event: FoldEvent,
  gone: ConversationRow,
  kept: ConversationRow,
  goes: MemberRow,
) {
  const open = openSpanOf(world, gone.id)
  if (open)
    world.spans.put({
      ...open,
      endedAt: Math.max(open.startedAt, event.receivedAt),
      feed: nextFeed(world),
    })
  changeConversation(world, kept.id, joinFacts(kept, gone))
  changeOwner(world, event, kept.id, { type: 'joined', other: gone }, { at: event.receivedAt })
  world.conversations.remove(gone)
  for (const earlier of world.merged.inGroup(gone.id))
    world.merged.put({ ...earlier, intoId: kept.id, feed: nextFeed(world) })
  const { id, channelId } = gone
  world.merged.put({ id, intoId: kept.id, channelId, feed: nextFeed(world) })
  addActivity(world, event, kept.id, 'threads-joined', {
    id: world.idOf(`joined\n${gone.id}`),
    detail: goes.movedTo ?? goes.externalId,
  })
}

function joinFacts(kept: ConversationRow, gone: ConversationRow) {
  const tags = [...kept.workspaceTags, ...gone.workspaceTags]
  return {
    status: kept.status === 'open' || gone.status === 'open' ? ('open' as const) : kept.status,
    workspaceTags: [...new Set(tags)],
    unread: kept.unread + gone.unread,
    lastActivityAt: Math.max(kept.lastActivityAt, gone.lastActivityAt),
    lastInboundAt: newest(kept.lastInboundAt, gone.lastInboundAt),
    windowRefusedAt: newest(kept.windowRefusedAt, gone.windowRefusedAt),
    deliveredUntil: newest(kept.deliveredUntil, gone.deliveredUntil),
    readUntil: newest(kept.readUntil, gone.readUntil),
    createdAt: Math.min(kept.createdAt, gone.createdAt),
  }
}

function newest(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.max(one, other)
}

/** With all lines in one thread: its newest, what was answered elsewhere, how far marks reach, and work that waits. */
function settle(world: World, event: FoldEvent, conversationId: string) {
  noteNewest(world, conversationId)
  const conversation = world.conversations.get(conversationId)
  const at = conversation?.lastInboundAt ?? 0
  if (conversation && conversation.elsewhereAt !== null && at >= conversation.elsewhereAt)
    changeOwner(world, event, conversationId, { type: 'member-wrote', at }, { at })
  raiseByWatermarks(world, conversationId)
  askStella(world, event, conversationId)
  world.effects.push({ type: 'send-replies', conversationId })
}
