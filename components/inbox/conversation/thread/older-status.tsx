'use client'

import { Button } from '@/components/ui/button'
import { Spinner } from '@/components/ui/feedback/spinner'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { Older } from '../scroll/use-load-older'

/** Stands in the strip above the lines while older messages come, so that nothing moves and nothing is covered. */
export function OlderStatus({ older }: { older: Older }) {
  const { t } = useTranslator()
  if (!older.isLoading && !older.error) return null
  return (
    <div role="status" className="flex items-center gap-2 text-meta text-muted">
      {older.error ? (
        <span className="inline-flex items-center gap-2 whitespace-nowrap">
          {t('conversation.thread.olderFailed')}
          <Button size="sm" className="rounded-full" onClick={older.load}>
            {t('common.retry')}
          </Button>
        </span>
      ) : (
        <>
          <Spinner />
          <span className="sr-only">{t('conversation.thread.olderLoading')}</span>
        </>
      )}
    </div>
  )
}
