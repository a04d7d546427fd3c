'use client'

import { useEffect } from 'react'
import { useTranslator } from '@/lib/i18n/use-translator'
import { usePrefetch } from './conversation/list/use-prefetch'
import { ThreadSkeleton } from './conversation/thread/thread-skeleton'

/** The place of an open conversation while its code is on its way; what it shows is fetched at the same time. */
export function PaneSkeleton({ conversationId }: { conversationId: string }) {
  const { t } = useTranslator()
  const prefetch = usePrefetch()
  useEffect(() => prefetch(conversationId), [prefetch, conversationId])
  return (
    <section
      aria-label={t('conversation.thread.label')}
      className="flex min-h-0 min-w-0 flex-1 flex-col bg-bg"
    >
      <ThreadSkeleton withHeader />
    </section>
  )
}
