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
