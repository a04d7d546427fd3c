'use client'

import { useSyncExternalStore } from 'react'
import {
  dismissToast,
  subscribeToToasts,
  type Toast,
  waitingToasts,
} from '@/lib/client/browser/toast'
import { useTranslator } from '@/lib/i18n/use-translator'
import { Button } from '../button'

/** The words of toasts where what shows them could not be fetched: what went wrong is said all the same. */
export function PlainToasts() {
  const { t } = useTranslator()
  const toasts = useSyncExternalStore(subscribeToToasts, waitingToasts, none)
  return (
    <ul
      role="alert"
      className="fixed inset-x-3 top-3 z-50 mx-auto flex max-w-lg flex-col divide-y rounded-bubble border bg-surface text-list shadow-float"
    >
      {toasts.map(({ id, words }) => (
        <li key={id} className="flex items-center gap-3 px-4 py-3">
          <p className="min-w-0 flex-1 font-medium">{words}</p>
          <Button onClick={() => dismissToast(id)}>{t('common.close')}</Button>
        </li>
      ))}
    </ul>
  )
}

const NONE: readonly Toast[] = []

function none() {
  return NONE
}
