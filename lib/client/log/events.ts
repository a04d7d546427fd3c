'use client'

import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { EventInspection } from '@/lib/domain/log/event-inspection'
import type { EventSum } from '@/lib/domain/log/event-sum'
import type { Replay } from '@/lib/domain/log/replay'
import { paths } from '@/lib/paths'
import type { EventDetail, EventView } from '@/lib/view/event-view'
import type { Page } from '@/lib/view/page-view'
import { request } from '../api'

const api = paths.api.admin

/** How often the tail of the log looks for newer events. */
const TAIL_MS = 2_000
const PAGE_SIZE = 50

/** What the list of events shows; absent parts don't narrow it. Times as ISO 8601. */
export interface EventQuery {
  channel?: string
  kind?: string
  outcome?: string
  q?: string
  from?: string
  to?: string
}

/** The log, newest first, page by page. */
export function useEvents(query: EventQuery) {
  return useInfiniteQuery({
    queryKey: [api.events, query],
    queryFn: ({ pageParam, signal }) =>
      request<Page<EventView>>(address(query, { cursor: pageParam }), { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}

/** What came after an event of the same list (0: of an empty one), newest first; looks every two seconds while `live`. */
export function useTail(query: EventQuery, after: number | undefined, live: boolean) {
  return useQuery({
    queryKey: [api.events, 'tail', query, after],
    queryFn: ({ signal }) =>
      request<Page<EventView>>(
        address(query, { after: after ? String(after) : undefined, limit: '200' }),
        {
          signal,
        },
      ),
    enabled: live && after !== undefined,
    refetchInterval: TAIL_MS,
    staleTime: 0,
  })
}

function address(query: EventQuery, more: Record<string, string | undefined>): string {
  const search = new URLSearchParams({ limit: String(PAGE_SIZE) })
  for (const [name, value] of Object.entries({ ...query, ...more }))
    if (value) search.set(name, value)
  return `${api.events}?${search}`
}

export function useEvent(id: number) {
  return useQuery({
    queryKey: [api.event(id)],
    queryFn: ({ signal }) => request<EventDetail>(api.event(id), { signal }),
    staleTime: 0,
  })
}

export function useInspection(id: number) {
  return useQuery({
    queryKey: [api.eventInspection(id)],
    queryFn: ({ signal }) => request<EventInspection>(api.eventInspection(id), { signal }),
    staleTime: 0,
  })
}

export type Replayed = number[] | 'quarantined'

/** Folds events once more, or says what that would change. */
export function useReplay() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { events: Replayed; dryRun: boolean }) =>
      request<Replay>(api.eventReplay, { method: 'POST', body }),
    onSuccess: ({ dryRun }) => {
      if (dryRun) return undefined
      return client.invalidateQueries({
        predicate: ({ queryKey }) => String(queryKey[0]).startsWith(api.events),
      })
    },
    meta: { quiet: true },
  })
}

/** Where every delivery of each channel went. */
export function useEventSums() {
  return useQuery({
    queryKey: [api.eventSummary],
    queryFn: ({ signal }) =>
      request<Page<EventSum & { id: string; name: string }> & { total: EventSum }>(
        api.eventSummary,
        {
          signal,
        },
      ),
    staleTime: 0,
    refetchInterval: 10_000,
  })
}
