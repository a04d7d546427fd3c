'use client'

import { type RefObject, useEffect, useState } from 'react'
import type { LocalMessage } from '@/lib/client/bubble'

/** Within this many pixels of the end, a reader is taken to be at the end. */
export const END_THRESHOLD_PX = 100

/** Whether the reader is at the end of the thread, and how many messages came since they left it. */
export function useEnd(
  scroller: RefObject<HTMLElement | null>,
  messages: LocalMessage[],
  onAtEnd: (atEnd: boolean) => void,
) {
  const [atEnd, setAtEnd] = useState(true)
  const newestId = messages.at(-1)?.id
  const [seenId, setSeenId] = useState(newestId)
  if (atEnd && seenId !== newestId) setSeenId(newestId)

  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const look = () => setAtEnd(distanceFromEnd(element) <= END_THRESHOLD_PX)
    element.addEventListener('scroll', look, { passive: true })
    return () => element.removeEventListener('scroll', look)
  }, [scroller])

  useEffect(() => onAtEnd(atEnd), [atEnd, onAtEnd])

  return { atEnd, newCount: atEnd ? 0 : countAfter(messages, seenId) }
}

export function distanceFromEnd(element: HTMLElement): number {
  return element.scrollHeight - element.clientHeight - element.scrollTop
}

/** What we write ourselves is no news. */
function countAfter(messages: LocalMessage[], id: string | undefined): number {
  const seen = messages.findLastIndex((message) => message.id === id)
  if (seen < 0) return 0
  return messages.slice(seen + 1).filter((message) => message.author !== 'agent').length
}
