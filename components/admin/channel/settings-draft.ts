import type { ChannelColor, HandBackOnResolve } from '@/lib/domain/channel/channel-options'
import type { ChannelSettings } from '@/lib/domain/channel/channel-settings'

/** What the form holds: as people write it, before it is settings. */
export interface SettingsDraft {
  color?: ChannelColor
  keywords: string
  agentIdle: string
  agentIdleText: string
  memberIdle: string
  memberIdleText: string
  handBack: HandBackOnResolve
  warning: string
}

export function toSettingsDraft(settings: ChannelSettings): SettingsDraft {
  return {
    color: settings.color,
    keywords: settings.handOverKeywords.join('\n'),
    agentIdle: String(settings.agentIdleMinutes ?? ''),
    agentIdleText: settings.agentIdleText ?? '',
    memberIdle: String(settings.memberIdleMinutes ?? ''),
    memberIdleText: settings.memberIdleText ?? '',
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
    agentIdleText: draft.agentIdleText.trim() || undefined,
    memberIdleMinutes: toMinutes(draft.memberIdle),
    memberIdleText: draft.memberIdleText.trim() || undefined,
    handBackOnResolve: draft.handBack,
    windowWarningMinutes: toMinutes(draft.warning) ?? settings.windowWarningMinutes,
  }
}

function toMinutes(text: string): number | undefined {
  return text.trim() === '' ? undefined : Number(text)
}
