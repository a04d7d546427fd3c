'use client'

import { useSyncExternalStore } from 'react'
import { subscribeToToasts, waitingToasts } from '@/lib/client/browser/toast'
import { deferred } from '../deferred/deferred'
import { PlainToasts } from './plain-toasts'
import type { ToastsProps } from './toasts'

const Toasts = deferred<ToastsProps>(async () => (await import('./toasts')).Toasts, {
  failed: () => <PlainToasts />,
  asks: ({ isWanted }) => isWanted,
})

/** Where short messages about what just happened appear: its code comes with the first of them, or when all is quiet. */
export function Toaster() {
  const isWanted = useSyncExternalStore(subscribeToToasts, hasWaiting, hasNone)
  return <Toasts isWanted={isWanted} />
}

function hasWaiting() {
  return waitingToasts().length > 0
}

function hasNone() {
  return false
}
