import { unansweredSince } from '@/lib/client/conversation/unanswered'
import { type Reason, reason, type Value } from '@/lib/i18n/reason'
import type { ConversationView } from '@/lib/view/conversation-view'
import type { Clock } from './clock'

export interface Question {
  title: Reason
  words: Reason
  /** What the button says. */
  action: Reason
}

/** What to ask before a conversation is taken from a colleague who holds it; undefined where nobody else does. */
export function askBeforeTaking(
  { owner, assignee, ownerSince, member }: ConversationView,
  viewerId: string,
  { write }: Clock,
): Question | undefined {
  if (owner !== 'agent' || !assignee || assignee.id === viewerId) return undefined
  const who = { name: assignee.name, member: member.name }
  return {
    title: reason('owner.ask.takeTitle', { name: assignee.name }),
    words: ownerSince
      ? reason('owner.ask.takeWordsSince', { ...who, moment: write(ownerSince) })
      : reason('owner.ask.takeWords', who),
    action: reason('owner.ask.take'),
  }
}

/**
 * What to ask before a conversation is resolved in which the member waits for somebody, or a reply did not arrive; undefined
 * where nobody waits. `answering`: a reply to them is on its way, or held for undo.
 */
export function askBeforeResolving(
  conversation: ConversationView,
  { now }: Clock,
  answering = false,
): Question | undefined {
  const { owner, member, failedReplies } = conversation
  const unanswered = answering ? undefined : unansweredSince(conversation)
  const action = reason('owner.ask.resolve')
  if (failedReplies)
    return {
      title: reason('owner.ask.failedTitle'),
      words: reason('owner.ask.failedWords', { count: failedReplies, member: member.name }),
      action,
    }
  const title = reason('owner.ask.unansweredTitle')
  if (owner === 'waiting') return { title, words: toWaitingWords(conversation, now), action }
  if (unanswered === undefined) return undefined
  const span = spanOf(now - unanswered)
  const words = span
    ? reason('owner.ask.unansweredWordsAgo', { member: member.name, span })
    : reason('owner.ask.unansweredWords', { member: member.name })
  return { title, words, action }
}

function toWaitingWords({ ownerSince, member }: ConversationView, now: number): Reason {
  const span = ownerSince && spanOf(now - Date.parse(ownerSince))
  return span
    ? reason('owner.ask.waitingWordsFor', { member: member.name, span })
    : reason('owner.ask.waitingWords', { member: member.name })
}

const MINUTE_MS = 60_000

/** As it stands in a sentence; undefined for less than a minute. */
function spanOf(ms: number): Value | undefined {
  return ms < MINUTE_MS ? undefined : { ms, style: 'long' }
}
