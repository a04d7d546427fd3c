import type { ActivityView } from './activity-view'
import type { ConversationView } from './conversation-view'
import type { CounterView } from './counts-view'
import type { MessageView } from './message-view'

/** One frame of `GET /api/stream`: every row that changed up to `feed`, as it is now. */
export interface Changes {
  feed: number
  /** A channel was connected or disconnected: what every conversation of it shows has changed. */
  channelsChanged?: true
  conversations: ConversationView[]
  messages: MessageView[]
  activities: (ActivityView & { conversationId: string })[]
  /**
   * Conversations of which this browser was left out some lines because it shows none of them: what it keeps of their
   * threads is not the present any more.
   */
  untold?: string[]
  /** Replies were among those. */
  replies?: true
  /** Conversations that went into another one of the same member. */
  merged?: MergedView[]
  /** Numbers of views that changed, as they are now. */
  counters?: CounterView[]
}

interface MergedView {
  id: string
  intoId: string
  channelId: string
}
