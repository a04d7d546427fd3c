import type { View } from '@/lib/domain/conversation/conversation'
import type { Key } from '@/lib/i18n/message-catalogue'

/** What each view is called on screen. */
export const VIEW_NAMES = {
  mine: 'conversation.view.mine',
  waiting: 'conversation.view.waiting',
  bot: 'conversation.view.bot',
  all: 'conversation.view.all',
} as const satisfies Record<View, Key>
