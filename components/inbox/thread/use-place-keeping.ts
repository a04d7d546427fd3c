'use client'

import type { Virtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useLayoutEffect } from 'react'
import { type Place, rememberPlace } from './places'
import { distanceFromEnd, END_THRESHOLD_PX } from './use-end'

/** Opens the thread at its end, or where it was left, and remembers where it is left next. */
export function usePlaceKeeping(
  conversationId: string,
  virtualizer: Virtualizer<HTMLDivElement, Element>,
  scroller: RefObject<HTMLElement | null>,
  place: Place | undefined,
) {
  useLayoutEffect(() => {
    if (!place) virtualizer.scrollToEnd()
  }, [virtualizer, place])
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const note = () => rememberPlace(conversationId, toPlace(virtualizer, element))
    element.addEventListener('scrollend', note)
    return () => element.removeEventListener('scrollend', note)
  }, [conversationId, virtualizer, scroller])
}

function toPlace(
  virtualizer: Virtualizer<HTMLDivElement, Element>,
  element: HTMLElement,
): Place | undefined {
  if (distanceFromEnd(element) <= END_THRESHOLD_PX) return undefined
  return { offset: element.scrollTop, measurements: virtualizer.takeSnapshot() }
}
