import type { LocalMessage } from '@/lib/client/message/bubble'
import {
  assignBlockedBecause,
  giveBlockedBecause,
  handBackBlockedBecause,
  takeOverBlockedBecause,
} from '@/lib/domain/owner/owner-rules'
import { reason } from '@/lib/i18n/reason'
import type { ConversationView } from '@/lib/view/conversation-view'
import { isSpokenAgainst } from './owner-line'

/** Why an agent can't change who answers: the rules of the server, so that what it would refuse is not offered. */
export function ownershipBlocks(conversation: ConversationView, viewerId: string) {
  const { owner, assignee, channel } = conversation
  const facts = { owner, assignee, channelAuthorized: channel.authorized }
  const isMine = owner === 'agent' && assignee?.id === viewerId
  // After the bot spoke, taking over again tells Stella once more that a person answers, and reads it back.
  const isNeedless = isMine && !isSpokenAgainst(conversation)
  return {
    noTakeOver:
      takeOverBlockedBecause(facts) ??
      (isNeedless ? reason('owner.rule.youAnswerAlready') : undefined),
    noHandBack: handBackBlockedBecause(facts, viewerId),
    noAssign: giveBlockedBecause(facts, viewerId),
    noQueue: assignBlockedBecause(facts, null, viewerId),
  }
}

/** Whether a person answered the member's newest line. What has not left yet is an answer; what failed is none. */
export function isAnswered(messages: LocalMessage[]): boolean {
  const last = messages.findLast((each) => each.author === 'member' || isPersonsAnswer(each))
  return last !== undefined && isPersonsAnswer(last)
}

function isPersonsAnswer({ author, agent, delivery }: LocalMessage): boolean {
  return author === 'agent' && agent !== undefined && delivery !== 'failed'
}
