'use client'

import type { Virtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { LocalMessage } from '@/lib/client/message/bubble'
import { type EndFollower, isNearEnd, type Stand } from './end-follower'
import { newsAfter } from './news-after'

interface EndOptions {
  follower: EndFollower
  virtualizer: Virtualizer<HTMLDivElement, Element>
  scroller: RefObject<HTMLElement | null>
  messages: LocalMessage[]
  onAtEnd: (atEnd: boolean) => void
}

/**
 * Keeps the end of the thread in sight for a reader who follows it, brings everyone there when they send something
 * themselves, and tells whether the reader is there and how many messages came since they left.
 */
export function useEnd({ follower, virtualizer, scroller, messages, onAtEnd }: EndOptions) {
  const [atEnd, setAtEnd] = useState(follower.follows)
  const newestId = messages.at(-1)?.id
  const [seenId, setSeenId] = useState(newestId)
  if (atEnd && seenId !== newestId) setSeenId(newestId)

  const keep = useCallback(() => {
    const element = scroller.current
    if (!element) return
    if (follower.changed(standOf(element))) {
      element.scrollTop = element.scrollHeight
      follower.wrote(element.scrollTop)
    }
    setAtEnd(follower.follows || isNearEnd(standOf(element)))
  }, [follower, scroller])
  useLayoutEffect(() => {
    if (follower.follows) virtualizer.scrollToEnd()
  }, [virtualizer, follower])
  // Every change of the list's height is a commit of the list: before it is painted, the end is in its place.
  useLayoutEffect(keep)
  useScrollAndResize(scroller, follower, keep)

  const toEnd = useCallback(() => {
    follower.follow(true)
    virtualizer.scrollToEnd()
  }, [follower, virtualizer])
  useBroughtBySending(messages, toEnd)
  useEffect(() => onAtEnd(atEnd), [atEnd, onAtEnd])

  return { atEnd, newCount: atEnd ? 0 : newsAfter(messages, seenId), toEnd }
}

function useScrollAndResize(
  scroller: RefObject<HTMLElement | null>,
  follower: EndFollower,
  keep: () => void,
) {
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const onScroll = () => {
      follower.scrolled(standOf(element))
      keep()
    }
    // A growing composer, or a keyboard on the screen.
    const observer = new ResizeObserver(keep)
    observer.observe(element)
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', onScroll)
    }
  }, [scroller, follower, keep])
}

function useBroughtBySending(messages: LocalMessage[], toEnd: () => void) {
  const newest = messages.at(-1)
  const sending = newest?.local === 'posting' ? newest.id : undefined
  const brought = useRef<string>(undefined)
  useEffect(() => {
    if (!sending || brought.current === sending) return
    brought.current = sending
    toEnd()
  }, [toEnd, sending])
}

function standOf({ scrollTop, scrollHeight, clientHeight }: HTMLElement): Stand {
  return { top: scrollTop, content: scrollHeight, room: clientHeight }
}
