'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useCallback, useMemo } from 'react'
import type { EventQuery } from '@/lib/client/log/events'

const NAMES = ['channel', 'kind', 'outcome', 'q', 'from', 'to'] as const

/** The filters of the log: all of them in the address, so that a link shows the same list. */
export function useEventQuery(): {
  query: EventQuery
  search: string
  set: (changes: EventQuery) => void
} {
  const params = useSearchParams()
  const pathname = usePathname()
  const query = useMemo(() => toQuery(params), [params])
  const set = useCallback(
    (changes: EventQuery) => {
      // From the address as it is by now: of two choices made at once the second must not undo the first.
      const now = toQuery(new URLSearchParams(window.location.search))
      window.history.replaceState(null, '', pathname + toSearch({ ...now, ...changes }))
    },
    [pathname],
  )
  return { query, search: toSearch(query), set }
}

function toQuery(params: URLSearchParams): EventQuery {
  return Object.fromEntries(NAMES.flatMap((name) => pairOf(name, params.get(name))))
}

function pairOf(name: string, value: string | null): [string, string][] {
  return value ? [[name, value]] : []
}

function toSearch(query: EventQuery): string {
  const search = new URLSearchParams(NAMES.flatMap((name) => pairOf(name, query[name] ?? null)))
  return search.size > 0 ? `?${search}` : ''
}
