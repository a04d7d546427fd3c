'use client'

import { infiniteQueryOptions, type QueryClient, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { paths } from '@/lib/paths'
import type { ActivityView } from '@/lib/view/activity-view'
import type { ThreadPage } from '@/lib/view/page-view'
import { request } from '../api'
import { keepRows } from '../live/keep-identity'
import type { ThreadData } from '../live/patch'
import { useShownThread } from '../live/shown-threads'
import type { LocalMessage } from '../message/bubble'
import { conversationKeys } from '../query-keys'
import { type LocalReplies, useLocalReplies } from '../reply/local-replies'

const THREAD_PAGE_SIZE = 50

/** The lines of a conversation in order, with the replies this browser is still posting at the end. */
export function useThread(id: string) {
  useShownThread(id)
  const query = useInfiniteQuery(threadQuery(id))
  const local = useLocalReplies(id)
  const messages = useMemo(() => toLines(query.data, local), [query.data, local])
  const activities = useMemo(() => toActivities(query.data), [query.data])
  return {
    messages,
    activities,
    isLoading: query.isPending,
    error: query.error,
    refetch: query.refetch,
    hasOlder: query.hasNextPage,
    loadOlder: query.fetchNextPage,
    isLoadingOlder: query.isFetchingNextPage,
  }
}

/** Fetches the newest page of a thread before it is opened. */
export function prefetchThread(client: QueryClient, id: string) {
  return client.prefetchInfiniteQuery(threadQuery(id))
}

/** All messages of a thread's loaded pages, oldest first, then the unsent ones the server does not know yet. */
function toLines(data: ThreadData | undefined, local: LocalReplies): LocalMessage[] {
  const stored = data?.pages.toReversed().flatMap((page) => page.items) ?? []
  const known = new Set(stored.map((message) => message.id))
  return [...stored, ...local.bubbles.filter((bubble) => !known.has(bubble.id))]
}

function toActivities(data: ThreadData | undefined): ActivityView[] {
  const byId = new Map<string, ActivityView>()
  for (const page of data?.pages.toReversed() ?? []) {
    for (const activity of page.activities) byId.set(activity.id, activity)
  }
  return [...byId.values()].sort((a, b) => (a.order < b.order ? -1 : 1))
}

function threadQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: conversationKeys.thread(id),
    queryFn: ({ pageParam, signal }) => request<ThreadPage>(threadPath(id, pageParam), { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.previousCursor ?? undefined,
    structuralSharing: keepRows,
  })
}

function threadPath(id: string, before?: string): string {
  const search = new URLSearchParams({ limit: String(THREAD_PAGE_SIZE) })
  if (before) search.set('before', before)
  return `${paths.api.messages(id)}?${search}`
}
