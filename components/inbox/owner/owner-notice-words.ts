import { toMoment } from '@/components/shell/time/times'
import type { ConversationView } from '@/lib/view/conversation-view'
import { isSpokenAgainst } from './owner-line'

export interface OwnerNoticeWords {
  /** The same notice has the same key: one that was put away stays away. */
  key: string
  words: string
  tone: 'wait' | 'bad' | 'quiet'
  /** It says something that goes away by itself. */
  passing?: boolean
}

/** What went otherwise than the agent has to think, in a sentence; undefined where all is as it should be. */
export function toOwnerNotice(
  conversation: ConversationView,
  viewerId: string,
  clock: { now: number; timeZone: string },
): OwnerNoticeWords | undefined {
  const { id, owner, ownerWhy, ownerSince, botProblem } = conversation
  const since = ownerSince ? ` at ${toMoment(ownerSince, clock.now, clock.timeZone)}` : ''
  const key = `${id}:${ownerSince}:${ownerWhy}`
  if (owner === 'waiting' && botProblem)
    return {
      key: `${key}:problem`,
      tone: 'bad',
      passing: true,
      words: `The bot is still answering, because it could not be stopped: ${botProblem} Taking over tries again.`,
    }
  if (owner === 'bot' && ownerWhy === 'bot-took-back')
    return {
      key,
      tone: 'wait',
      words: `The bot took this conversation back${since}: live chat was turned off at Stella.`,
    }
  if (owner === 'bot' && ownerWhy === 'agent-idle')
    return { key, tone: 'quiet', words: `Handed back to the bot${since}: nobody answered in time.` }
  return owner === 'agent' ? toDrift(conversation, viewerId, clock) : undefined
}

function toDrift(
  conversation: ConversationView,
  viewerId: string,
  { now, timeZone }: { now: number; timeZone: string },
): OwnerNoticeWords | undefined {
  const { id, driftAt, assignee } = conversation
  if (!driftAt) return undefined
  const isMine = assignee?.id === viewerId
  const who = isMine ? 'you are' : `${assignee?.name ?? 'a person'} is`
  const what = `The bot wrote at ${toMoment(driftAt, now, timeZone)} although ${who} answering.`
  if (isSpokenAgainst(conversation))
    return {
      key: `${id}:${driftAt}:asking`,
      tone: 'wait',
      passing: true,
      words: `${what} Asking Stella who answers…`,
    }
  const truth = `Stella says that live chat is on, so ${isMine ? 'you still answer' : `${assignee?.name ?? 'they'} still answers`}.`
  return { key: `${id}:${driftAt}`, tone: 'quiet', words: `${what} ${truth}` }
}
