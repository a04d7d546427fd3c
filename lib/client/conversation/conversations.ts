'use client'

import {
  keepPreviousData,
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useMemo } from 'react'
import type { BotNode, ConversationStatus } from '@/lib/domain/conversation/conversation'
import { paths } from '@/lib/paths'
import type { ConversationView } from '@/lib/view/conversation-view'
import type { CountsView } from '@/lib/view/counts-view'
import type { Page } from '@/lib/view/page-view'
import { request } from '../api'
import { cachedConversation, putConversation } from '../live/cache'
import { keepRows } from '../live/keep-identity'
import type { ListData } from '../live/patch'
import { useViewer } from '../people/use-viewer'
import { conversationKeys, type ListFilter } from '../query-keys'

const LIST_PAGE_SIZE = 50

/** The conversations of a view in their order, page by page. */
export function useConversationList(filter: ListFilter) {
  const key = toKeyFilter(filter)
  const query = useInfiniteQuery({
    queryKey: conversationKeys.list(key),
    queryFn: ({ pageParam, signal }) =>
      request<Page<ConversationView>>(listPath(key, pageParam), { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    structuralSharing: keepRows,
    // While a search is refined the last result stays; another view must never show through.
    placeholderData: (previous, previousQuery) =>
      isSameView(previousQuery?.queryKey, key) ? keepPreviousData(previous) : undefined,
  })
  const pages = query.data?.pages
  const conversations = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages])
  return {
    conversations,
    isLoading: query.isPending,
    isRefining: query.isPlaceholderData,
    error: query.isLoadingError || query.isRefetchError ? query.error : null,
    refetch: query.refetch,
    hasMore: query.hasNextPage,
    loadMore: query.fetchNextPage,
    isLoadingMore: query.isFetchingNextPage,
  }
}

/** The rows of a list as far as they are loaded; asks for none. */
export function loadedRows(client: QueryClient, filter: ListFilter): ConversationView[] {
  const data = client.getQueryData<ListData>(conversationKeys.list(toKeyFilter(filter)))
  return data?.pages.flatMap((page) => page.items) ?? []
}

/** One conversation; what a list already knows of it shows at once. */
export function useConversation(id: string) {
  const client = useQueryClient()
  return useQuery({
    ...conversationQuery(id),
    placeholderData: () => cachedConversation(client, id),
  })
}

/** Fetches a conversation before it is opened. */
export function prefetchConversation(client: QueryClient, id: string) {
  return client.prefetchQuery(conversationQuery(id))
}

/** How many conversations each view holds; the stream keeps them (./counters.ts). */
export function useCounts() {
  return useQuery({
    queryKey: conversationKeys.counts(),
    queryFn: ({ signal }) => request<CountsView>(paths.api.counts, { signal }),
  })
}

/** Marks everything up to a message as read. Shown at once; a failure is mended by the next update. */
export function useMarkRead(id: string) {
  const client = useQueryClient()
  const viewer = useViewer()
  return useMutation({
    mutationFn: (messageId: string) =>
      request<ConversationView>(paths.api.read(id), { method: 'PUT', body: { messageId } }),
    onMutate: () => {
      const current = cachedConversation(client, id)
      if (current?.unread) putConversation(client, { ...current, unread: 0 }, viewer.id)
    },
    onSuccess: (conversation) => putConversation(client, conversation, viewer.id),
    meta: { quiet: true },
  })
}

/**
 * Who held the conversation when the person made up their mind: when somebody else took it meanwhile, the server says so
 * instead. Never read from the live cache at the last moment, which knows of a colleague before the person does.
 */
interface Seen {
  seenAssigneeId: string | null
}

/**
 * Takes over (`true`) or hands back to the bot (`false`), if wished at one of its nodes. Stella is asked first, so
 * nothing shows before it agrees.
 */
export function useSetLiveChat(id: string) {
  return useConversationChange(id, (body: Seen & { liveChat: boolean; node?: BotNode }) =>
    request<ConversationView>(paths.api.liveChat(id), { method: 'PUT', body }),
  )
}

/** Gives a conversation to an agent, or back to the queue (null). */
export function useAssign(id: string) {
  return useConversationChange(id, (body: Seen & { agentId: string | null }) =>
    request<ConversationView>(paths.api.assignee(id), { method: 'PUT', body }),
  )
}

/** Resolves a conversation or opens it again. */
export function useSetStatus(id: string) {
  return useConversationChange(id, (status: Exclude<ConversationStatus, 'snoozed'>) =>
    request<ConversationView>(paths.api.status(id), { method: 'PUT', body: { status } }),
  )
}

/** Puts a tag of the workspace on a conversation, or takes one off. */
export function useTagConversation(id: string) {
  return useConversationChange(id, (change: { add?: string[]; remove?: string[] }) =>
    request<ConversationView>(paths.api.conversationTags(id), { method: 'PUT', body: change }),
  )
}

function useConversationChange<Input>(
  id: string,
  change: (input: Input) => Promise<ConversationView>,
) {
  const client = useQueryClient()
  const viewer = useViewer()
  return useMutation({
    mutationKey: [paths.api.conversation(id)],
    mutationFn: change,
    onSuccess: (conversation) => putConversation(client, conversation, viewer.id),
  })
}

function conversationQuery(id: string) {
  return {
    queryKey: conversationKeys.detail(id),
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      request<ConversationView>(paths.api.conversation(id), { signal }),
  }
}

/** An empty search is no search: both must be the same query. A search looks in all views, whichever is open. */
function toKeyFilter({ view, channel, tag, q, newest }: ListFilter): ListFilter {
  return {
    view: q?.trim() ? 'all' : view,
    channel: channel || undefined,
    tag: tag || undefined,
    q: q?.trim() || undefined,
    newest,
  }
}

function listPath({ view, channel, tag, q, newest }: ListFilter, cursor?: string): string {
  const search = new URLSearchParams({ view, limit: String(LIST_PAGE_SIZE) })
  if (channel) search.set('channel', channel)
  if (tag) search.set('tag', tag)
  if (q) search.set('q', q)
  if (newest) search.set('order', 'newest')
  if (cursor) search.set('cursor', cursor)
  return `${paths.api.conversations}?${search}`
}

function isSameView(key: readonly [string, ListFilter] | undefined, filter: ListFilter): boolean {
  return key?.[1].view === filter.view
}
