import type { View } from '@/lib/domain/conversation/conversation'
import { paths } from '@/lib/paths'

/** What a list shows. Absent parts don't narrow it. */
export interface ListFilter {
  view: View
  channel?: string
  /** A tag of the workspace, by name. */
  tag?: string
  q?: string
  /** Of the waiting: who began last first. */
  newest?: true
}

/** Every query key starts with its endpoint, so that one address names one thing in the cache. */
export const conversationKeys = {
  lists: () => [paths.api.conversations] as const,
  list: (filter: ListFilter) => [paths.api.conversations, filter] as const,
  detail: (id: string) => [paths.api.conversation(id)] as const,
  thread: (id: string) => [paths.api.messages(id)] as const,
  /** Replies this browser has not seen stored yet; never fetched. */
  localReplies: (id: string) => [paths.api.messages(id), 'local-replies'] as const,
  counts: () => [paths.api.counts] as const,
}

/** The replies of a conversation that wait for their time. */
export const scheduledKey = (id: string) => [paths.api.scheduled(id)] as const
