import { toMoment } from '@/components/shell/time/times'
import { unansweredSince } from '@/lib/client/conversation/unanswered'
import { toSpan } from '@/lib/domain/measures'
import type { ConversationView } from '@/lib/view/conversation-view'

export interface Question {
  title: string
  words: string
  /** What the button says. */
  action: string
}

interface Clock {
  /** Epoch ms. */
  now: number
  timeZone: string
}

/** What to ask before a conversation is taken from a colleague who holds it; undefined where nobody else does. */
export function askBeforeTaking(
  { owner, assignee, ownerSince, member }: ConversationView,
  viewerId: string,
  { now, timeZone }: Clock,
): Question | undefined {
  if (owner !== 'agent' || !assignee || assignee.id === viewerId) return undefined
  const since = ownerSince ? ` since ${toMoment(ownerSince, now, timeZone)}` : ''
  return {
    title: `Take over from ${assignee.name}?`,
    words: `${assignee.name} is answering ${member.name}${since} and may be writing right now. They are told that you took over.`,
    action: `Take over from ${assignee.name}`,
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
  const { owner, ownerSince, member, failedReplies } = conversation
  const unanswered = answering ? undefined : unansweredSince(conversation)
  const action = 'Resolve anyway'
  if (failedReplies) {
    const what = failedReplies === 1 ? 'A reply' : `${failedReplies} replies`
    const words = `${what} to ${member.name} did not arrive. Send again, edit or discard what failed, or leave it.`
    return { title: 'Resolve with a reply that was not sent?', words, action }
  }
  if (owner === 'waiting') {
    const waited = ownerSince ? ` for ${lengthOf(now - Date.parse(ownerSince))}` : ''
    const words = `${member.name} has been waiting for a person${waited}, and nobody has answered.`
    return { title: 'Resolve without an answer?', words, action }
  }
  if (unanswered === undefined) return undefined
  const words = `${member.name} wrote last, ${lengthOf(now - unanswered)} ago, and nobody has answered that.`
  return { title: 'Resolve without an answer?', words, action }
}

function lengthOf(ms: number): string {
  const span = toSpan(ms)
  return span === 'now' ? 'a moment' : span
}
