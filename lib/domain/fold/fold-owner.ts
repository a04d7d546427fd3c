import type { OwnFact } from '../fact'
import type { ConversationRow, MemberRow } from '../rows'
import type { FoldEvent } from './fold-event'
import { addActivity, changeConversation, getConversation } from './places'
import { nextFeed, type World } from './world'

/** Stella has done what an agent asked for: taken over, or handed back. */
export function foldLiveChatSet(
  world: World,
  event: FoldEvent,
  fact: Extract<OwnFact, { type: 'live-chat.set' }>,
) {
  const before = getConversation(world, fact.conversationId)
  const assigneeId = fact.liveChat ? fact.agentId : null
  changeConversation(world, fact.conversationId, {
    liveChat: fact.liveChat,
    liveChatAsOf: fact.asOf,
    assigneeId,
    ownerSince: event.receivedAt,
    driftAt: null,
    status: fact.liveChat ? 'open' : before.status,
  })
  const kind = fact.liveChat ? 'took-over' : 'handed-back'
  addActivity(world, event, fact.conversationId, kind, { agentId: fact.agentId })
}

/** Stella told us about the member. An answer older than what we know of liveChat changes only the profile. */
export function foldMemberRead(
  world: World,
  event: FoldEvent,
  fact: Extract<OwnFact, { type: 'member.read' }>,
) {
  const conversation = getConversation(world, fact.conversationId)
  readProfile(world, conversation, fact)
  if (fact.asOf < (conversation.liveChatAsOf ?? 0)) {
    changeConversation(world, conversation.id, {})
    return
  }
  const { liveChat } = fact.member
  const flipped = conversation.liveChat !== liveChat
  changeConversation(world, conversation.id, {
    liveChat,
    liveChatAsOf: fact.asOf,
    driftAt: null,
    assigneeId: liveChat ? conversation.assigneeId : null,
    ownerSince: flipped ? fact.asOf : conversation.ownerSince,
  })
  if (flipped && liveChat) addActivity(world, event, conversation.id, 'bot-asked')
  if (flipped && conversation.owner === 'agent')
    addActivity(world, event, conversation.id, 'handed-back')
}

function readProfile(
  world: World,
  conversation: ConversationRow,
  { asOf, member: read }: Extract<OwnFact, { type: 'member.read' }>,
) {
  const member = memberOf(world, conversation)
  if (!member || asOf < (member.asOf ?? 0)) return
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
    memberSince: read.memberSince ?? null,
    asOf,
    feed: nextFeed(world),
  })
}

function memberOf(world: World, conversation: ConversationRow): MemberRow | undefined {
  return world.members.inGroup(conversation.memberId)[0]
}
