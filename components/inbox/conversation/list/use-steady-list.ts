'use client'

import { type PointerEvent, useCallback, useEffect, useRef, useState } from 'react'
import type { ConversationView } from '@/lib/view/conversation-view'
import { toSteady } from './steady-list'

/** A pointer that has not moved for this long is resting, not aiming: the list may move again. */
const RESTING_MS = 3_000

/** The rows as they may be shown now: held still while a mouse is aiming at them (see `toSteady`). */
export function useSteadyList(current: ConversationView[]) {
  const [held, setHeld] = useState<ConversationView[]>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const release = useCallback(() => {
    clearTimeout(timer.current)
    setHeld(undefined)
  }, [])
  const hold = (event: PointerEvent) => {
    // A finger doesn't hover; its tap is over before anything could move.
    if (event.pointerType !== 'mouse') return
    clearTimeout(timer.current)
    timer.current = setTimeout(release, RESTING_MS)
    setHeld((before) => before ?? current)
  }
  useEffect(() => {
    window.addEventListener('blur', release)
    // Whoever types is not aiming.
    document.addEventListener('keydown', release)
    return () => {
      clearTimeout(timer.current)
      window.removeEventListener('blur', release)
      document.removeEventListener('keydown', release)
    }
  }, [release])

  const { rows, updated } = held ? toSteady(held, current) : { rows: current, updated: 0 }
  return {
    rows,
    updated,
    release,
    pointer: { onPointerMove: hold, onPointerLeave: release },
  }
}
