'use client'

import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { AuditGroup } from '@/lib/domain/log/audit'
import { paths } from '@/lib/paths'
import type { AuditEntryView } from '@/lib/view/audit-view'
import type { HealthView } from '@/lib/view/health-view'
import type { Page } from '@/lib/view/page-view'
import { request } from '../api'

export interface AuditQuery {
  what: AuditGroup
  who?: string
  /** Days as `2026-11-21`, both included, in the reader's own time. */
  from?: string
  to?: string
  conversation?: string
}

/** What people did, newest first, page by page. */
export function useAudit(query: AuditQuery) {
  return useInfiniteQuery({
    queryKey: [paths.api.admin.audit, query],
    queryFn: ({ pageParam, signal }) =>
      request<Page<AuditEntryView>>(`${paths.api.admin.audit}?${toSearch(query, pageParam)}`, {
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
}

/** Where the same lines are as a CSV file. */
export function auditExportAddress(query: AuditQuery): string {
  return `${paths.api.admin.auditExport}?${toSearch(query)}`
}

const HEALTH_INTERVAL_MS = 5_000

/** How the inbox is doing, asked again every few seconds while it is looked at. */
export function useHealth() {
  return useQuery({
    queryKey: [paths.api.admin.health],
    queryFn: ({ signal }) => request<HealthView>(paths.api.admin.health, { signal }),
    staleTime: 0,
    refetchInterval: HEALTH_INTERVAL_MS,
  })
}

function toSearch({ what, who, from, to, conversation }: AuditQuery, cursor?: string) {
  const search = new URLSearchParams({ what })
  if (who) search.set('who', who)
  if (conversation) search.set('conversation', conversation)
  if (from) search.set('from', dayStart(from, 0))
  if (to) search.set('to', dayStart(to, 1))
  if (cursor) search.set('cursor', cursor)
  return search
}

/** Midnight, here, of a day or of one after it. */
function dayStart(day: string, later: number): string {
  const date = new Date(`${day}T00:00:00`)
  date.setDate(date.getDate() + later)
  return date.toISOString()
}
