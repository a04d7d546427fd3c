import { type Reason, reason, type Value } from '@/lib/i18n/reason'
import type { EarlierConversationView, HandOverCard } from '@/lib/view/hand-over-view'
import type { Clock } from './clock'

/** Why a person is here, as a sentence. */
export function toWhy(card: HandOverCard, viewerId: string): Reason {
  const by = { by: whoOf(card.by, viewerId), byName: card.by?.name ?? '' }
  switch (card.why) {
    case 'member-asked':
      return reason('owner.handOver.memberAsked', { word: card.detail ?? '' })
    case 'bot-asked':
      return reason('owner.handOver.botAsked')
    case 'member-returned':
      return reason('owner.handOver.memberReturned')
    case 'took-over':
      return reason('owner.handOver.tookOver', by)
    case 'assigned': {
      const to = { to: whoOf(card.agent, viewerId), toName: card.agent?.name ?? '' }
      return reason('owner.handOver.assigned', { ...by, ...to })
    }
    default:
      return reason('owner.handOver.needed')
  }
}

/** An earlier conversation in a line: `Handled by Ana and Ben, 12m · 20 Nov 14:02`. */
export function toEarlierWords(
  { at, endedAt, agents }: EarlierConversationView,
  { write }: Clock,
): Reason {
  const length = lengthOf(Date.parse(endedAt) - Date.parse(at))
  const moment = write(at)
  if (agents.length === 0) return reason('owner.handOver.notAnswered', { length, moment })
  const names = { list: agents.map(({ name }) => name) }
  return reason('owner.handOver.handledBy', { names, length, moment })
}

const MINUTE_MS = 60_000

function lengthOf(ms: number): Value {
  return ms < MINUTE_MS ? reason('owner.handOver.underMinute') : { ms }
}

/** As the messages choose their words by it. */
export function whoOf(agent: { id: string } | undefined, viewerId: string) {
  if (!agent) return 'other'
  return agent.id === viewerId ? 'you' : 'named'
}
