import type { View } from '@/lib/domain/conversation/conversation'
import type { ActivityView } from './activity-view'
import type { MessageView } from './message-view'

export interface Page<Item> {
  items: Item[]
  nextCursor: string | null
}

export interface ThreadPage {
  /** Oldest first. */
  items: MessageView[]
  activities: ActivityView[]
  previousCursor: string | null
}

/** How many conversations each view holds; `failed`: how many of the viewer's own replies did not arrive. */
export type Counts = Record<View | 'failed', number>
