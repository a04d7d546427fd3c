'use client'

import { type RefObject, useEffect, useRef } from 'react'

/** The part of a thread above what is loaded. */
export interface Older {
  has: boolean
  isLoading: boolean
  /** Why the last attempt failed; loading then waits for a press. */
  error: Error | null
  load: () => void
}

// About two screens ahead of the reader.
const AHEAD_PX = 1_200

/** Loads older messages before the reader reaches the top of those that are there. */
export function useLoadOlder(
  scroller: RefObject<HTMLElement | null>,
  older: Older,
  rowCount: number,
) {
  const latest = useRef(older)
  useEffect(() => {
    latest.current = older
  })
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const look = () => loadWhenNear(element, latest.current)
    element.addEventListener('scroll', look, { passive: true })
    return () => element.removeEventListener('scroll', look)
  }, [scroller])
  // A page too short to scroll asks for the next without being scrolled.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the count of rows says that a page has come
  useEffect(() => {
    if (scroller.current) loadWhenNear(scroller.current, older)
  }, [scroller, rowCount, older.isLoading])
}

function loadWhenNear(element: HTMLElement, { has, isLoading, error, load }: Older) {
  if (has && !isLoading && !error && element.scrollTop < AHEAD_PX) load()
}
