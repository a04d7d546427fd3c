'use client'

import type { useConversationList } from '@/lib/client/conversation/conversations'

interface FoundWordsProps {
  q?: string
  list: ReturnType<typeof useConversationList>
}

/** How many conversations a search found, for who can't see the list. */
export function FoundWords({ q, list }: FoundWordsProps) {
  const { conversations, hasMore, isLoading, isRefining } = list
  const count = conversations.length
  const words = `${count}${hasMore ? ' or more' : ''} ${count === 1 ? 'conversation' : 'conversations'} found`
  return (
    <p role="status" aria-label="Search" className="sr-only">
      {q && !isLoading && !isRefining ? words : ''}
    </p>
  )
}
