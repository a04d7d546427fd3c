'use client'

import { useSyncExternalStore } from 'react'

/** Whether someone can be looking: the page is visible and has the focus. */
export function useWatched(): boolean {
  return useSyncExternalStore(subscribe, isWatched, () => false)
}

function subscribe(listener: () => void) {
  window.addEventListener('focus', listener)
  window.addEventListener('blur', listener)
  document.addEventListener('visibilitychange', listener)
  return () => {
    window.removeEventListener('focus', listener)
    window.removeEventListener('blur', listener)
    document.removeEventListener('visibilitychange', listener)
  }
}

function isWatched(): boolean {
  return document.visibilityState === 'visible' && document.hasFocus()
}
