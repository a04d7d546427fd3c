'use client'

import { useCallback, useEffect, useState } from 'react'
import type { useConversationList } from '@/lib/client/conversation/conversations'
import { goTo, type InboxLocation } from '@/lib/client/conversation/location'

/** Opens the first conversation that was found, as soon as the search for those words has been answered. */
export function useOpenFirst(
  location: InboxLocation,
  { conversations, isLoading, isRefining }: ReturnType<typeof useConversationList>,
) {
  const [wanted, setWanted] = useState<string>()
  const isThere = wanted !== undefined && wanted === location.q && !isLoading && !isRefining
  const first = conversations[0]?.id
  useEffect(() => {
    if (!isThere) return
    setWanted(undefined)
    if (first) goTo({ ...location, conversationId: first })
  }, [isThere, first, location])
  return { openFirst: useCallback((words: string) => setWanted(words || undefined), []) }
}
