'use client'

import type { Virtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect } from 'react'
import type { EndFollower } from './end-follower'
import { keepPlace, type Place } from './kept-places'

/** Remembers where a thread is left, unless that is its end. */
export function usePlaceKeeping(
  conversationId: string,
  virtualizer: Virtualizer<HTMLDivElement, Element>,
  scroller: RefObject<HTMLElement | null>,
  follower: EndFollower,
) {
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const note = () =>
      keepPlace(conversationId, follower.follows ? undefined : toPlace(virtualizer, element))
    element.addEventListener('scrollend', note)
    return () => element.removeEventListener('scrollend', note)
  }, [conversationId, virtualizer, scroller, follower])
}

function toPlace(virtualizer: Virtualizer<HTMLDivElement, Element>, element: HTMLElement): Place {
  return { offset: element.scrollTop, measurements: virtualizer.takeSnapshot() }
}
