'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { prefetchConversation } from '@/lib/client/conversation/conversations'
import { prefetchThread } from '@/lib/client/conversation/thread'

/** Fetches a conversation as soon as the pointer or the focus comes near, so that it opens at once. */
export function usePrefetch() {
  const client = useQueryClient()
  return useCallback(
    (id: string) => {
      prefetchConversation(client, id)
      prefetchThread(client, id)
    },
    [client],
  )
}
