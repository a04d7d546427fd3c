import { type Reason, reason } from '@/lib/i18n/reason'
import type { ConversationView } from '@/lib/view/conversation-view'
import type { Clock } from './clock'
import { whoOf } from './hand-over-words'
import { isSpokenAgainst } from './owner-line'

export interface OwnerNoticeWords {
  /** The same notice has the same key: one that was dismissed stays away. */
  key: string
  words: Reason
  tone: 'wait' | 'bad' | 'quiet'
  /** It says something that goes away by itself. */
  passing?: boolean
}

/** What went otherwise than the agent has to think, in a sentence; undefined where all is as it should be. */
export function toOwnerNotice(
  conversation: ConversationView,
  viewerId: string,
  clock: Clock,
): OwnerNoticeWords | undefined {
  const { id, owner, ownerWhy, ownerSince, botProblem } = conversation
  const moment = ownerSince && clock.write(ownerSince)
  const key = `${id}:${ownerSince}:${ownerWhy}`
  if (owner === 'waiting' && botProblem)
    return {
      key: `${key}:problem`,
      tone: 'bad',
      passing: true,
      words: reason('owner.notice.notStopped', { why: botProblem }),
    }
  if (owner === 'bot' && ownerWhy === 'bot-took-back') {
    const words = moment
      ? reason('owner.notice.botTookBackAt', { moment })
      : reason('owner.notice.botTookBack')
    return { key, tone: 'wait', words }
  }
  if (owner === 'bot' && ownerWhy === 'agent-idle') {
    const words = moment
      ? reason('owner.notice.agentIdleAt', { moment })
      : reason('owner.notice.agentIdle')
    return { key, tone: 'quiet', words }
  }
  return owner === 'agent' ? toDrift(conversation, viewerId, clock) : undefined
}

function toDrift(
  conversation: ConversationView,
  viewerId: string,
  { write }: Clock,
): OwnerNoticeWords | undefined {
  const { id, driftAt, assignee } = conversation
  if (!driftAt) return undefined
  const who = whoOf(assignee, viewerId)
  const facts = { moment: write(driftAt), who, name: assignee?.name ?? '' }
  if (isSpokenAgainst(conversation))
    return {
      key: `${id}:${driftAt}:asking`,
      tone: 'wait',
      passing: true,
      words: reason('owner.notice.driftAsking', facts),
    }
  return {
    key: `${id}:${driftAt}`,
    tone: 'quiet',
    words: reason('owner.notice.driftSettled', facts),
  }
}
