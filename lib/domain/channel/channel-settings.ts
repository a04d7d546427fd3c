import type { z } from 'zod'
import { WINDOW_WARNING_MINUTES } from './channel-options'
import type { channelSettingsSchema } from './channel-settings-schema'

export type ChannelSettings = z.infer<typeof channelSettingsSchema>

/** The settings of a channel nobody has configured. */
export const DEFAULT_CHANNEL_SETTINGS: ChannelSettings = {
  handOverKeywords: [],
  windowWarningMinutes: WINDOW_WARNING_MINUTES,
}

/** Whether a resolve gives the conversation back to the bot; `by` is a person or the member-silent timer. */
export function handsBackOnResolve(
  { handBackOnResolve = 'timer' }: Pick<ChannelSettings, 'handBackOnResolve'>,
  by: 'person' | 'timer',
): boolean {
  return handBackOnResolve === 'always' || (handBackOnResolve === 'timer' && by === 'timer')
}
