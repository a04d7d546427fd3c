import type { VirtualItem } from '@tanstack/react-virtual'

/** Where a reader left a thread: the measured rows and the pixel offset. Absent when they left at the end. */
export interface ScrollPosition {
  offset: number
  measurements: VirtualItem[]
}

const REMEMBERED_MAX = 50

const positions = new Map<string, ScrollPosition>()

/** Where this conversation was left, so that coming back finds the same lines. */
export function recallScrollPosition(conversationId: string): ScrollPosition | undefined {
  return positions.get(conversationId)
}

/** Remembers, or forgets, where a conversation was left; the oldest beyond fifty goes first. */
export function keepScrollPosition(conversationId: string, position: ScrollPosition | undefined) {
  positions.delete(conversationId)
  if (!position) return
  positions.set(conversationId, position)
  const [oldest] = positions.keys()
  if (positions.size > REMEMBERED_MAX && oldest !== undefined) positions.delete(oldest)
}
