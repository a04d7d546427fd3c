'use client'

import type { Virtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useRef } from 'react'
import type { LocalMessage } from '@/lib/client/bubble'
import { distanceFromEnd, END_THRESHOLD_PX } from './use-end'

/**
 * Keeps a reader who is at the end there when the pane changes its height (a growing composer, a keyboard on the
 * screen), and brings everyone to the end when they send something themselves.
 */
export function useStayAtEnd(
  virtualizer: Virtualizer<HTMLDivElement, Element>,
  scroller: RefObject<HTMLElement | null>,
  messages: LocalMessage[],
) {
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    let height = element.clientHeight
    const observer = new ResizeObserver(() => {
      const lost = height - element.clientHeight
      height = element.clientHeight
      // A pane that grows keeps its end in sight by itself; who reads a little above it is left there.
      if (lost > 0 && distanceFromEnd(element) - lost <= END_THRESHOLD_PX) virtualizer.scrollToEnd()
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [virtualizer, scroller])

  const newest = messages.at(-1)
  const sending = newest?.local === 'posting' ? newest.id : undefined
  const brought = useRef<string>(undefined)
  useEffect(() => {
    if (!sending || brought.current === sending) return
    brought.current = sending
    virtualizer.scrollToEnd()
  }, [virtualizer, sending])
}
