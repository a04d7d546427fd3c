import type { ChannelSettings } from '@/lib/domain/channel/channel-settings'
import type { MemberText } from '@/lib/domain/reply/member-text'
import { type Reason, reason } from '@/lib/i18n/reason'

/** Words that ask for a person, one a line; empty lines are none. */
export function keywordsIn(text: string): string[] {
  return text.split('\n').flatMap((line) => line.trim() || [])
}

/** What members are told, as a version of the settings shows it, line by line. */
export function textsWords(settings: ChannelSettings): Reason[] {
  const { handOverKeywords, agentIdleText, memberIdleText, closedText } = settings
  return [
    keywordsWords(handOverKeywords),
    ...eachOf(agentIdleText).map((text) => reason('workspace.texts.was.agentIdle', { text })),
    ...eachOf(memberIdleText).map((text) => reason('workspace.texts.was.memberIdle', { text })),
    ...eachOf(closedText).map((text) => reason('workspace.texts.was.closed', { text })),
  ]
}

function keywordsWords(keywords: string[]): Reason {
  if (keywords.length === 0) return reason('workspace.texts.was.noKeywords')
  const list = keywords.map((word) => reason('workspace.texts.was.quoted', { word }))
  return reason('workspace.texts.was.keywords', { words: { list } })
}

/** A text that is the same for everybody as it stands, else each with its language. */
function eachOf(texts: MemberText | undefined): (string | Reason)[] {
  if (texts === undefined) return [reason('workspace.texts.was.nothing')]
  if (typeof texts === 'string') return [texts]
  return texts.map((each) => reason('workspace.memberText.inLanguage', each))
}
