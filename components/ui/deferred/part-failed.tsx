'use client'

import { useState } from 'react'
import { isServerThere } from '@/lib/client/browser/parts'
import { useTranslator } from '@/lib/i18n/use-translator'

/**
 * Says that a part of the screen could not be had. Without the network it is tried again; where the server answers, a
 * newer version of it no longer has that part, and the page is loaded anew: what was written stays in the browser.
 */
export function PartFailed({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslator()
  const [pending, setPending] = useState(false)
  async function retry() {
    setPending(true)
    if (await isServerThere()) window.location.reload()
    else onRetry()
  }
  return (
    <div
      role="alert"
      className="animate-rise fixed inset-x-3 top-3 z-50 mx-auto flex max-w-lg flex-wrap items-center gap-3 rounded-bubble border bg-surface px-4 py-3 text-list shadow-float"
    >
      <p className="min-w-40 flex-1">{t('failure.part')}</p>
      {/* No button of ours: that one has parts of its own. */}
      <button
        type="button"
        disabled={pending}
        onClick={retry}
        className="h-8 shrink-0 rounded-control border border-line-strong px-2.5 font-medium hover:bg-sunken disabled:opacity-55 max-md:h-11"
      >
        {t('common.retry')}
      </button>
    </div>
  )
}
