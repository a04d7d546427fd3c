import { isOpenAt } from '@/lib/domain/channel/opening-hours'
import { isDrifting } from '@/lib/domain/owner/owner'
import { reason, type Said } from '@/lib/i18n/reason'
import type { ConversationView } from '@/lib/view/conversation-view'
import type { Clock } from './clock'

export interface OwnerLine {
  icon: 'bot' | 'you' | 'agent' | 'waiting' | 'elsewhere' | 'unknown' | 'drift' | 'resolved'
  words: Said
  /** The same in as few words as a phone has room for. */
  short: Said
  tone: 'bot' | 'ok' | 'wait' | 'quiet'
  action?: 'take-over' | 'hand-back'
}

/** Who answers now, since when, and what this agent can do about it. Once it is resolved nobody does. */
export function toOwnerLine(
  conversation: ConversationView,
  viewerId: string,
  clock: Clock,
): OwnerLine {
  const line = toOpenLine(conversation, viewerId, clock)
  if (conversation.status !== 'resolved' || conversation.owner === 'unknown') return line
  const words = reason('owner.line.resolved')
  return { ...line, icon: 'resolved', words, short: words, tone: 'quiet' }
}

function toOpenLine(conversation: ConversationView, viewerId: string, clock: Clock): OwnerLine {
  const { owner, assignee, channel } = conversation
  const closed = (line: OwnerLine) =>
    isOpenAt(channel.openingHours, clock.now) ? line : whileClosed(line)
  if (owner === 'unknown') return asking
  if (owner === 'bot') return botAnswers
  if (owner === 'elsewhere') return closed(answeredElsewhere)
  if (owner === 'waiting' || !assignee) return closed(waiting(conversation, clock))
  if (assignee.id !== viewerId) return closed(agentAnswers(conversation, assignee.name, clock))
  return isSpokenAgainst(conversation) ? botSpoke : closed(youAnswer(conversation, clock))
}

function whileClosed({ words, short, ...line }: OwnerLine): OwnerLine {
  return {
    ...line,
    words: reason('owner.line.whileClosed', { line: words }),
    short: reason('owner.line.whileClosed', { line: short }),
  }
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
  words: reason('owner.line.unknown'),
  short: reason('owner.line.unknownShort'),
  tone: 'quiet',
}

const botAnswers: OwnerLine = {
  icon: 'bot',
  words: reason('owner.line.bot'),
  short: reason('owner.line.bot'),
  tone: 'bot',
  action: 'take-over',
}

/** Nobody waits: a colleague answered in the platform's own app, and the member has not written since. */
const answeredElsewhere: OwnerLine = {
  icon: 'elsewhere',
  words: reason('owner.line.elsewhere'),
  short: reason('owner.line.elsewhereShort'),
  tone: 'quiet',
  action: 'take-over',
}

const botSpoke: OwnerLine = {
  icon: 'drift',
  words: reason('owner.line.botSpoke'),
  short: reason('owner.line.botSpokeShort'),
  tone: 'wait',
  action: 'hand-back',
}

const MINUTE_MS = 60_000

function waiting({ ownerSince }: ConversationView, { now }: Clock): OwnerLine {
  const line = { icon: 'waiting', tone: 'wait', action: 'take-over' } as const
  const ms = ownerSince ? now - Date.parse(ownerSince) : 0
  if (ms < MINUTE_MS)
    return {
      ...line,
      words: reason('owner.line.waiting'),
      short: reason('owner.line.waitingShort'),
    }
  const span = { ms }
  return {
    ...line,
    words: reason('owner.line.waitingFor', { span }),
    short: reason('owner.line.waitingForShort', { span }),
  }
}

function agentAnswers({ ownerSince }: ConversationView, name: string, { write }: Clock): OwnerLine {
  const words = ownerSince
    ? reason('owner.line.agentSince', { name, moment: write(ownerSince) })
    : name
  return { icon: 'agent', words, short: name, tone: 'quiet', action: 'take-over' }
}

function youAnswer({ ownerSince }: ConversationView, { write }: Clock): OwnerLine {
  const words = ownerSince
    ? reason('owner.line.youSince', { moment: write(ownerSince) })
    : reason('owner.line.you')
  return { icon: 'you', words, short: words, tone: 'ok', action: 'hand-back' }
}
