'use client'

import { useEffect, useId, useRef, useSyncExternalStore } from 'react'

/** The forms on screen in which something is typed that is not saved. */
const forms = new Set<string>()
/** Where somebody wants to go, while they are asked whether what they typed may go. */
let wanted: (() => void) | undefined
const listeners = new Set<() => void>()

/** Says of a form whether what it holds differs from what is saved: nobody leaves such a page without being asked. */
export function useUnsaved(isChanged: boolean) {
  const id = useId()
  useEffect(() => {
    if (!isChanged) return
    forms.add(id)
    tell()
    return () => {
      forms.delete(id)
      tell()
    }
  }, [id, isChanged])
}

/** Whether anything on screen is typed and not saved. */
export function useIsUnsaved(): boolean {
  return useSyncExternalStore(subscribe, isUnsaved, () => false)
}

/** Goes at once where nothing is lost by it; else asks first. */
export function leaveOrAsk(go: () => void) {
  if (!isUnsaved()) return go()
  wanted = go
  tell()
}

/** Whether somebody is being asked, and the two answers. */
export function useLeaving() {
  const isAsking = useSyncExternalStore(
    subscribe,
    () => wanted !== undefined,
    () => false,
  )
  return { isAsking, leave, stay }
}

/**
 * The key of a form that starts anew when what is saved changes, as when an old version is restored: but not under the
 * hands of somebody who has typed something.
 */
export function useFormKey(saved: unknown): string {
  const key = JSON.stringify(saved)
  const kept = useRef(key)
  if (!useIsUnsaved()) kept.current = key
  return kept.current
}

function leave() {
  const go = wanted
  wanted = undefined
  forms.clear()
  tell()
  go?.()
}

function stay() {
  wanted = undefined
  tell()
}

/** The same, asked at any time. */
export function isUnsaved(): boolean {
  return forms.size > 0
}

function tell() {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
