'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useCallback, useMemo } from 'react'
import type { EventQuery } from '@/lib/client/log/events'
import { toEventQuery, toEventSearch } from './event-address'

/** The filters of the log: all of them in the address, so that a link shows the same list. */
export function useEventQuery(): {
  query: EventQuery
  search: string
  set: (changes: EventQuery) => void
} {
  const params = useSearchParams()
  const pathname = usePathname()
  const query = useMemo(() => toEventQuery(params), [params])
  const set = useCallback(
    (changes: EventQuery) => {
      // From the address as it is by now: of two choices made at once the second must not undo the first.
      const now = toEventQuery(new URLSearchParams(window.location.search))
      window.history.replaceState(null, '', pathname + toEventSearch({ ...now, ...changes }))
    },
    [pathname],
  )
  return { query, search: toEventSearch(query), set }
}
