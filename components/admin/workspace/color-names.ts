import type { ChannelColor } from '@/lib/domain/channel/channel-options'
import type { Key } from '@/lib/i18n/message-catalogue'

/** What the colours of channels and of tags are called. */
export const COLOR_NAMES = {
  slate: 'workspace.colors.slate',
  red: 'workspace.colors.red',
  amber: 'workspace.colors.amber',
  green: 'workspace.colors.green',
  teal: 'workspace.colors.teal',
  blue: 'workspace.colors.blue',
  violet: 'workspace.colors.violet',
  pink: 'workspace.colors.pink',
} as const satisfies Record<ChannelColor, Key>
