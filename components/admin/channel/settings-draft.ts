import type { ChannelColor, HandBackOnResolve } from '@/lib/domain/channel/channel-options'
import type { ChannelSettings } from '@/lib/domain/channel/channel-settings'
import { type MemberText, trimmedText } from '@/lib/domain/reply/member-text'

/** What the form holds: as people write it, before it is settings. */
export interface SettingsDraft {
  color?: ChannelColor
  keywords: string
  agentIdle: string
  agentIdleText?: MemberText
  memberIdle: string
  memberIdleText?: MemberText
  handBack: HandBackOnResolve
  warning: string
}

export function toSettingsDraft(settings: ChannelSettings): SettingsDraft {
  return {
    color: settings.color,
    keywords: settings.handOverKeywords.join('\n'),
    agentIdle: String(settings.agentIdleMinutes ?? ''),
    agentIdleText: settings.agentIdleText,
    memberIdle: String(settings.memberIdleMinutes ?? ''),
    memberIdleText: settings.memberIdleText,
    handBack: settings.handBackOnResolve ?? 'timer',
    warning: String(settings.windowWarningMinutes),
  }
}

/** What the form doesn't show stays as it is. */
export function fromSettingsDraft(
  settings: ChannelSettings,
  draft: SettingsDraft,
): ChannelSettings {
  return {
    ...settings,
    color: draft.color,
    handOverKeywords: draft.keywords
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
    agentIdleMinutes: toMinutes(draft.agentIdle),
    agentIdleText: trimmedText(draft.agentIdleText),
    memberIdleMinutes: toMinutes(draft.memberIdle),
    memberIdleText: trimmedText(draft.memberIdleText),
    handBackOnResolve: draft.handBack,
    windowWarningMinutes: toMinutes(draft.warning) ?? settings.windowWarningMinutes,
  }
}

function toMinutes(text: string): number | undefined {
  return text.trim() === '' ? undefined : Number(text)
}
