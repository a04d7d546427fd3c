'use client'

import { CloudAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/feedback/notice'
import { Skeleton } from '@/components/ui/feedback/skeleton'
import type { Said } from '@/lib/i18n/reason'
import { useTranslator } from '@/lib/i18n/use-translator'

/** What was thrown; some failures say why in words of the catalogue. */
interface Failure extends Error {
  said?: Said
}

interface LoadedProps<Data> {
  query: { data: Data | undefined; error: Failure | null; refetch: () => unknown }
  /** What is loaded, as in "The people didn’t load". */
  what: string
  children: (data: Data) => ReactNode
}

/** What was fetched; before that its shape, and when it could not be had, why and again. */
export function Loaded<Data>({ query, what, children }: LoadedProps<Data>) {
  const { t, say } = useTranslator()
  if (query.data !== undefined) return children(query.data)
  if (query.error)
    return (
      <Notice
        urgent
        icon={<CloudAlert />}
        title={t('common.didNotLoad', { what })}
        action={<Button onClick={() => query.refetch()}>{t('common.retry')}</Button>}
      >
        {say(query.error.said ?? query.error.message)}
      </Notice>
    )
  return <RowsSkeleton what={what} />
}

const WIDTHS = ['w-40', 'w-56', 'w-32', 'w-48']

function RowsSkeleton({ what }: { what: string }) {
  const { t } = useTranslator()
  return (
    <div aria-busy="true" className="divide-y rounded-bubble border bg-surface">
      <span className="sr-only">{t('common.loadingWhat', { what })}</span>
      {WIDTHS.map((width) => (
        <div key={width} className="flex h-16 items-center gap-3 px-4">
          <Skeleton className="size-9 rounded-full" />
          <div className="flex-1 space-y-1.5">
            <Skeleton className={width} />
            <Skeleton className="h-2.5 w-64 max-w-full" />
          </div>
        </div>
      ))}
    </div>
  )
}
