import type { OwnFact } from '@/lib/domain/fact'
import { isKnownPortrait } from '@/lib/domain/member/portrait'
import type { ConversationRow, MemberRow } from '@/lib/domain/rows'
import { addActivity, changeConversation, conversationIn } from '../conversation/places'
import type { FoldEvent } from '../event'
import { nextFeed, type World } from '../world'
import { changeOwner } from './change-owner'

type Of<Type extends OwnFact['type']> = Extract<OwnFact, { type: Type }>

/** Stella has done what was asked for: somebody took over, handed back, or a timer or a keyword of the member did. */
export function foldLiveChatSet(world: World, event: FoldEvent, fact: Of<'live-chat.set'>) {
  const { conversationId, liveChat, asOf, agentId, idleMinutes, node, resolved } = fact
  const idle = idleMinutes !== undefined
  const detail = idle ? String(idleMinutes) : node
  const { after } = changeOwner(
    world,
    event,
    conversationId,
    { type: 'switched', liveChat, asOf, agentId, idle, resolved },
    { at: event.receivedAt, byAgentId: agentId, detail },
  )
  // Only the bot was stopped, for a member who asked for a person: that line stands there already.
  if (liveChat && !agentId) return
  if (liveChat && after.status !== 'open')
    changeConversation(world, conversationId, { status: 'open' })
  const kind = liveChat ? 'took-over' : idle ? 'idle-handed-back' : 'handed-back'
  addActivity(world, event, conversationId, kind, { agentId, detail })
  if (resolved && after.status === 'open') hearReturned(world, event, conversationId)
}

/** The member wrote while Stella was being asked to give the conversation back: nobody heard that line, so a person has to. */
function hearReturned(world: World, event: FoldEvent, conversationId: string) {
  const at = event.receivedAt
  changeOwner(world, event, conversationId, { type: 'asked', at, returned: true }, { at })
  world.effects.push({ type: 'stop-bot', conversationId, notBefore: at })
}

/** An agent gave the talk to a colleague, or back to the queue. */
export function foldAssigned(world: World, event: FoldEvent, fact: Of<'conversation.assigned'>) {
  const { conversationId, agentId, by, asOf } = fact
  const { after } = changeOwner(
    world,
    event,
    conversationId,
    { type: 'assigned', agentId, asOf },
    { at: event.receivedAt, byAgentId: by.id },
  )
  if (after.status !== 'open') changeConversation(world, conversationId, { status: 'open' })
  const kind = agentId ? 'assigned' : 'unassigned'
  addActivity(world, event, conversationId, kind, { agentId: agentId ?? by.id, detail: by.name })
}

/**
 * Who held these conversations was disabled, or kept to other channels: nobody holds them now. What is resolved stays so; it
 * waits when the member writes.
 */
export function foldConversationsReleased(
  world: World,
  event: FoldEvent,
  { agentId, conversationIds, because }: Of<'agent.talks-released'>,
) {
  for (const id of conversationIds) {
    if (conversationIn(world, id).assigneeId !== agentId) continue
    const circumstances = { at: event.receivedAt, byAgentId: event.agentId, detail: because }
    changeOwner(world, event, id, { type: 'agent-left' }, circumstances)
    addActivity(world, event, id, 'released', { agentId, detail: because })
  }
}

/** The bot could not be stopped although the member asked for a person: people have to know. */
export function foldNotStopped(world: World, event: FoldEvent, fact: Of<'live-chat.failed'>) {
  const { conversationId, reason } = fact
  const circumstances = { at: event.receivedAt }
  const { before } = changeOwner(
    world,
    event,
    conversationId,
    { type: 'not-stopped', reason },
    circumstances,
  )
  if (before.botProblem === null)
    addActivity(world, event, conversationId, 'bot-not-stopped', { detail: reason })
}

/** Stella told us about the member. An answer older than what we know of liveChat changes only the profile. */
export function foldMemberRead(world: World, event: FoldEvent, fact: Of<'member.read'>) {
  const conversation = conversationIn(world, fact.conversationId)
  readProfile(world, conversation, fact)
  const { before, after } = changeOwner(
    world,
    event,
    conversation.id,
    { type: 'member-read', liveChat: fact.member.liveChat, asOf: fact.asOf },
    { at: fact.asOf },
  )
  if (after.owner === before.owner) return
  if (after.owner === 'waiting') addActivity(world, event, conversation.id, 'bot-asked')
  if (before.owner === 'agent')
    addActivity(world, event, conversation.id, 'bot-took-back', { agentId: before.assigneeId })
}

function readProfile(
  world: World,
  conversation: ConversationRow,
  { asOf, member: read }: Of<'member.read'>,
) {
  const member = memberOf(world, conversation)
  if (!member || asOf < (member.asOf ?? 0)) return
  if (read.profilePic && !isKnownPortrait(member, read.profilePic))
    world.effects.push({ type: 'fetch-portrait', conversationId: conversation.id })
  world.members.put({
    ...member,
    stellaId: read.stellaId,
    name: read.name ?? null,
    email: read.email ?? null,
    locale: read.locale ?? null,
    gender: read.gender ?? null,
    profilePic: read.profilePic ?? null,
    tags: read.tags,
    botNode: read.botNode ?? null,
    botTree: read.botTree ?? null,
    memberSince: read.memberSince ?? null,
    asOf,
    feed: nextFeed(world),
  })
}

/** We have a copy of a member's picture, or know why not. */
export function foldPortrait(world: World, fact: Of<'member.portrait'>) {
  const conversation = conversationIn(world, fact.conversationId)
  const member = memberOf(world, conversation)
  if (!member) return
  world.members.put({
    ...member,
    pictureOf: fact.of,
    pictureSha256: fact.sha256 ?? null,
    feed: nextFeed(world),
  })
  // Open screens follow conversations: they show the picture as soon as theirs has changed.
  if (fact.sha256) changeConversation(world, conversation.id, {})
}

function memberOf(world: World, conversation: ConversationRow): MemberRow | undefined {
  return world.members.inGroup(conversation.memberId)[0]
}
