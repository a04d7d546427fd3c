import type { ChannelSettings } from '@/lib/domain/channel/channel-settings'
import type { MemberText } from '@/lib/domain/reply/member-text'

/** Words that ask for a person, one a line; empty lines are none. */
export function keywordsIn(text: string): string[] {
  return text.split('\n').flatMap((line) => line.trim() || [])
}

/** What members are told, as a version of the settings shows it. */
export function textsWords(settings: ChannelSettings): string {
  const { handOverKeywords, agentIdleText, memberIdleText, closedText } = settings
  return [
    `Words: ${handOverKeywords.join(', ') || 'none'}`,
    `No agent replied in time: ${inWords(agentIdleText)}`,
    `The member wrote nothing: ${inWords(memberIdleText)}`,
    `Outside business hours: ${inWords(closedText)}`,
  ].join('\n')
}

function inWords(texts: MemberText | undefined): string {
  if (texts === undefined || typeof texts === 'string') return texts ?? 'nothing'
  return texts.map(({ language, text }) => `${language}: ${text}`).join('; ')
}
