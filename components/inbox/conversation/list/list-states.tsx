'use client'

import { CloudAlert } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback/notice'
import { Skeleton } from '@/components/ui/feedback/skeleton'
import { useTranslator } from '@/lib/i18n/use-translator'

const WIDTHS = ['w-32', 'w-20', 'w-40', 'w-24', 'w-36', 'w-28', 'w-32', 'w-20']

/** The shape of the list before it is there. */
export function ListSkeleton() {
  const { t } = useTranslator()
  return (
    <div aria-busy="true" className="flex-1 overflow-hidden">
      <span className="sr-only">{t('conversation.list.loading')}</span>
      {WIDTHS.map((width, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: these rows never move.
        <div key={index} className="flex h-16 items-center gap-3 border-b border-line/60 px-4">
          <Skeleton className="size-9 rounded-full" />
          <div className="flex-1 space-y-1.5">
            <Skeleton className={width} />
            <Skeleton className="h-2.5 w-full" />
            <Skeleton className="h-2.5 w-2/3" />
          </div>
        </div>
      ))}
    </div>
  )
}

/** The list could not be fetched: why, and again. */
export function ListError({ message, onRetry }: { message: string; onRetry: () => void }) {
  const { t } = useTranslator()
  return (
    <Notice
      urgent
      icon={<CloudAlert />}
      title={t('conversation.list.failed')}
      action={<Button onClick={() => onRetry()}>{t('common.retry')}</Button>}
    >
      {message}
    </Notice>
  )
}
