import type { EarlierTalk, HandOverCard } from '@/lib/domain/hand-over'
import { toMoment, toSpan } from './times'

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
      return `${by ?? 'Somebody'} gave this to ${to}`
    }
    default:
      return 'A person should answer'
  }
}

/** A language by its name in English: `Chinese (Hong Kong)` for `zh_HK`. */
export function toLanguage(locale: string | undefined): string | undefined {
  if (!locale) return undefined
  try {
    return new Intl.DisplayNames('en', { type: 'language', style: 'short' }).of(
      locale.replaceAll('_', '-'),
    )
  } catch {
    return locale
  }
}

/** An earlier talk in a line: `Yesterday 14:02, 12 min with Ana and Ben`. */
export function toEarlierWords(talk: EarlierTalk, now: number, timeZone: string): string {
  const names = talk.agents.map(({ name }) => name)
  const who = names.length > 0 ? ` with ${names.join(' and ')}` : ', nobody came'
  const span = toSpan(Date.parse(talk.endedAt) - Date.parse(talk.at))
  return `${toMoment(talk.at, now, timeZone)}, ${span === 'now' ? 'under a minute' : span}${who}`
}

function nameOf(agent: { id: string; name: string } | undefined, viewerId: string) {
  return agent?.id === viewerId ? 'You' : agent?.name
}
