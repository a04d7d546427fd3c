import type { ChannelSettings } from '@/lib/domain/channel/channel-settings'

/** Words that ask for a person, one a line; empty lines are none. */
export function keywordsIn(text: string): string[] {
  return text.split('\n').flatMap((line) => line.trim() || [])
}

/** What members are told, as a version of the settings shows it. */
export function textsWords(settings: ChannelSettings): string {
  const { handOverKeywords, agentIdleText, memberIdleText, closedText } = settings
  return [
    `Words: ${handOverKeywords.join(', ') || 'none'}`,
    `No agent replied in time: ${agentIdleText ?? 'nothing'}`,
    `The member wrote nothing: ${memberIdleText ?? 'nothing'}`,
    `Outside business hours: ${closedText ?? 'nothing'}`,
  ].join('\n')
}
