import { toMoment } from '@/components/shell/time/times'
import { toSpan } from '@/lib/domain/measures'
import type { EarlierConversationView, HandOverCard } from '@/lib/view/hand-over-view'

/** Why a person is here, as a sentence. */
export function toWhy(card: HandOverCard, viewerId: string): string {
  const by = nameOf(card.by, viewerId)
  switch (card.why) {
    case 'member-asked':
      return `The member asked for a person: “${card.detail}”`
    case 'bot-asked':
      return 'The bot asked for a person'
    case 'member-returned':
      return 'The member wrote again after this had been resolved'
    case 'took-over':
      return `${by ?? 'A person'} took over from the bot`
    case 'assigned': {
      const to = card.agent?.id === viewerId ? 'you' : (card.agent?.name ?? 'an agent')
      return `${by ?? 'Somebody'} transferred this to ${to}`
    }
    default:
      return 'A person should answer'
  }
}

/** An earlier conversation in a line: `Handled by Ana and Ben, 12 min · Yesterday 14:02`. */
export function toEarlierWords(
  conversation: EarlierConversationView,
  now: number,
  timeZone: string,
): string {
  const names = conversation.agents.map(({ name }) => name)
  const who = names.length > 0 ? `Handled by ${names.join(' and ')}` : 'Nobody answered'
  const span = toSpan(Date.parse(conversation.endedAt) - Date.parse(conversation.at))
  const length = span === 'now' ? 'under a minute' : span
  return `${who}, ${length} · ${toMoment(conversation.at, now, timeZone)}`
}

function nameOf(agent: { id: string; name: string } | undefined, viewerId: string) {
  return agent?.id === viewerId ? 'You' : agent?.name
}
