import { useSyncExternalStore } from 'react'

/** Whether the page is alive: before that a form would be submitted by the browser itself, to no use. */
export function useHydrated(): boolean {
  return useSyncExternalStore(subscribe, isHere, isNotHere)
}

const subscribe = () => () => {}
const isHere = () => true
const isNotHere = () => false
