import type { View } from '@/lib/domain/conversation/conversation'

/** What each view is called on screen. */
export const VIEW_NAMES: Record<View, string> = {
  mine: 'Mine',
  waiting: 'Waiting',
  bot: 'Bot',
  all: 'All',
}
