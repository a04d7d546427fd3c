'use client'

import { Skeleton } from '@/components/ui/feedback/skeleton'
import { useTranslator } from '@/lib/i18n/use-translator'

const LINES = ['w-48', 'w-40', 'w-52', 'w-36']

/** The shape of the member panel while the member is on their way. */
export function PanelSkeleton() {
  const { t } = useTranslator()
  return (
    <div role="status" aria-busy>
      <span className="sr-only">{t('member.panel.loading')}</span>
      <div className="flex items-center gap-3">
        <Skeleton className="size-12 rounded-full" />
        <div className="space-y-2">
          <Skeleton className="w-32" />
          <Skeleton className="w-40" />
        </div>
      </div>
      <div className="mt-8 space-y-3">
        {LINES.map((look) => (
          <Skeleton key={look} className={look} />
        ))}
      </div>
    </div>
  )
}
