'use client'

import type { Virtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect } from 'react'
import type { EndFollower } from './end-follower'
import { keepScrollPosition, type ScrollPosition } from './kept-scroll-positions'

/** Remembers where a thread is left, unless that is its end. */
export function useScrollKeeping(
  conversationId: string,
  virtualizer: Virtualizer<HTMLDivElement, Element>,
  scroller: RefObject<HTMLElement | null>,
  follower: EndFollower,
) {
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const note = () =>
      keepScrollPosition(
        conversationId,
        follower.follows ? undefined : toScrollPosition(virtualizer, element),
      )
    element.addEventListener('scrollend', note)
    return () => element.removeEventListener('scrollend', note)
  }, [conversationId, virtualizer, scroller, follower])
}

function toScrollPosition(
  virtualizer: Virtualizer<HTMLDivElement, Element>,
  element: HTMLElement,
): ScrollPosition {
  return { offset: element.scrollTop, measurements: virtualizer.takeSnapshot() }
}
