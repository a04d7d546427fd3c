import { toMoment } from '@/components/shell/time/times'
import { isOpenAt } from '@/lib/domain/channel/opening-hours'
import { toSpan } from '@/lib/domain/measures'
import { isDrifting } from '@/lib/domain/owner/owner'
import type { ConversationView } from '@/lib/view/conversation-view'

export interface OwnerLine {
  icon: 'bot' | 'you' | 'agent' | 'waiting' | 'elsewhere' | 'unknown' | 'drift' | 'resolved'
  words: string
  /** The same in as few words as a phone has room for. */
  short: string
  tone: 'bot' | 'ok' | 'wait' | 'quiet'
  action?: 'take-over' | 'hand-back'
}

interface OwnerClock {
  /** Epoch ms. */
  now: number
  timeZone: string
}

/** Who answers now, since when, and what this agent can do about it. Once it is resolved nobody does. */
export function toOwnerLine(
  conversation: ConversationView,
  viewerId: string,
  clock: OwnerClock,
): OwnerLine {
  const line = toOpenLine(conversation, viewerId, clock)
  if (conversation.status !== 'resolved' || conversation.owner === 'unknown') return line
  return { ...line, icon: 'resolved', words: 'Resolved', short: 'Resolved', tone: 'quiet' }
}

function toOpenLine(
  conversation: ConversationView,
  viewerId: string,
  clock: OwnerClock,
): OwnerLine {
  const { owner, assignee, channel } = conversation
  const closed = (line: OwnerLine) =>
    isOpenAt(channel.openingHours, clock.now)
      ? line
      : { ...line, words: `${line.words} · closed`, short: `${line.short} · closed` }
  if (owner === 'unknown') return asking
  if (owner === 'bot') return botAnswers
  if (owner === 'elsewhere') return closed(answeredElsewhere)
  if (owner === 'waiting' || !assignee) return closed(waiting(conversation, clock))
  const since = sinceWords(conversation, clock)
  if (assignee.id !== viewerId) {
    const words = since ? `${assignee.name}, ${since}` : assignee.name
    return closed({
      icon: 'agent',
      words,
      short: assignee.name,
      tone: 'quiet',
      action: 'take-over',
    })
  }
  if (isSpokenAgainst(conversation)) return botSpoke
  const words = since ? `You, ${since}` : 'You answer'
  return closed({ icon: 'you', words, short: words, tone: 'ok', action: 'hand-back' })
}

/** The bot spoke while an agent holds the conversation, and Stella has not said since who answers. */
export function isSpokenAgainst({ driftAt, liveChatAsOf }: ConversationView): boolean {
  return isDrifting({
    driftAt: driftAt ? Date.parse(driftAt) : null,
    liveChatAsOf: liveChatAsOf ? Date.parse(liveChatAsOf) : null,
  })
}

const asking: OwnerLine = {
  icon: 'unknown',
  words: 'Asking Stella who answers…',
  short: 'Asking Stella…',
  tone: 'quiet',
}

const botAnswers: OwnerLine = {
  icon: 'bot',
  words: 'Bot is answering',
  short: 'Bot is answering',
  tone: 'bot',
  action: 'take-over',
}

/** Nobody waits: a colleague answered in the platform's own app, and the member has not written since. */
const answeredElsewhere: OwnerLine = {
  icon: 'elsewhere',
  words: 'Answered outside this inbox',
  short: 'Answered outside',
  tone: 'quiet',
  action: 'take-over',
}

const botSpoke: OwnerLine = {
  icon: 'drift',
  words: 'The bot spoke while you own this talk',
  short: 'The bot spoke too',
  tone: 'wait',
  action: 'hand-back',
}

function waiting({ ownerSince }: ConversationView, { now }: OwnerClock): OwnerLine {
  const span = ownerSince && toSpan(now - Date.parse(ownerSince))
  const words = span ? `Waiting for a person · ${span}` : 'Waiting for a person'
  const short = span ? `Waiting · ${span}` : 'Waiting'
  return { icon: 'waiting', words, short, tone: 'wait', action: 'take-over' }
}

function sinceWords({ ownerSince }: ConversationView, { now, timeZone }: OwnerClock) {
  return ownerSince && `since ${toMoment(ownerSince, now, timeZone)}`
}
