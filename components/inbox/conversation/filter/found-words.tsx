'use client'

import type { useConversationList } from '@/lib/client/conversation/conversations'
import { useTranslator } from '@/lib/i18n/use-translator'

interface FoundWordsProps {
  q?: string
  list: ReturnType<typeof useConversationList>
}

/** How many conversations a search found, for who can't see the list. */
export function FoundWords({ q, list }: FoundWordsProps) {
  const { t } = useTranslator()
  const { conversations, hasMore, isLoading, isRefining } = list
  const count = conversations.length
  const words = hasMore
    ? t('conversation.search.foundOrMore', { count })
    : t('conversation.search.found', { count })
  return (
    <p role="status" aria-label={t('conversation.search.status')} className="sr-only">
      {q && !isLoading && !isRefining ? words : ''}
    </p>
  )
}
