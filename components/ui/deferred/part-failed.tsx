'use client'

import { useState } from 'react'
import { useTranslator } from '@/lib/i18n/use-translator'
import { paths } from '@/lib/paths'
import { Button } from '../button'

/**
 * Says that a part of the screen could not be had. Without the network it is tried again; where the server answers, a
 * newer version of it no longer has that part, and the page is loaded anew: what was written stays in the browser.
 */
export function PartFailed({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslator()
  const [pending, setPending] = useState(false)
  async function retry() {
    setPending(true)
    if (await isReachable()) window.location.reload()
    else onRetry()
  }
  return (
    <div
      role="alert"
      className="animate-rise fixed inset-x-3 top-3 z-50 mx-auto flex max-w-lg flex-wrap items-center gap-3 rounded-bubble border bg-surface px-4 py-3 text-list shadow-float"
    >
      <p className="min-w-40 flex-1">{t('failure.part')}</p>
      <Button pending={pending} onClick={retry}>
        {t('common.retry')}
      </Button>
    </div>
  )
}

async function isReachable(): Promise<boolean> {
  try {
    return (await fetch(paths.api.health, { cache: 'no-store' })).ok
  } catch {
    return false
  }
}
