'use client'

import { Skeleton } from '@/components/ui/feedback/skeleton'
import { useTranslator } from '@/lib/i18n/use-translator'

const BUBBLES = [
  { id: 'a', out: true, look: 'h-14 w-64' },
  { id: 'b', out: false, look: 'h-9 w-40' },
  { id: 'c', out: false, look: 'h-9 w-72' },
  { id: 'd', out: true, look: 'h-9 w-56' },
  { id: 'e', out: false, look: 'h-20 w-60' },
  { id: 'f', out: true, look: 'h-14 w-72' },
]

/** The shape of a thread while its first page is on its way. */
export function ThreadSkeleton({ withHeader }: { withHeader?: boolean }) {
  const { t } = useTranslator()
  return (
    <div aria-busy role="status" className="flex min-h-0 flex-1 flex-col overflow-hidden">
      <span className="sr-only">{t('conversation.thread.loading')}</span>
      {withHeader && (
        <div className="flex h-14 items-center gap-3 border-b bg-surface px-5">
          <div className="space-y-1.5">
            <Skeleton className="w-28" />
            <Skeleton className="w-44" />
          </div>
          <span className="flex-1" />
          <Skeleton className="h-8 w-56 rounded-full" />
        </div>
      )}
      <div className="mx-auto mt-auto flex w-full max-w-[760px] flex-col gap-3 px-6 pb-4 max-md:px-3">
        {BUBBLES.map(({ id, out, look }) => (
          <div key={id} className={out ? 'self-end' : ''}>
            <Skeleton className={`max-w-full rounded-bubble ${look}`} />
          </div>
        ))}
      </div>
    </div>
  )
}
