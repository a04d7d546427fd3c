import type { VirtualItem } from '@tanstack/react-virtual'

/** Where a reader left a thread: the measured rows and the pixel offset. Absent when they left at the end. */
export interface Place {
  offset: number
  measurements: VirtualItem[]
}

const REMEMBERED_MAX = 50

const places = new Map<string, Place>()

/** Where this conversation was left, so that coming back finds the same lines. */
export function recallPlace(conversationId: string): Place | undefined {
  return places.get(conversationId)
}

/** Remembers, or forgets, where a conversation was left; the oldest beyond fifty goes first. */
export function keepPlace(conversationId: string, place: Place | undefined) {
  places.delete(conversationId)
  if (!place) return
  places.set(conversationId, place)
  const [oldest] = places.keys()
  if (places.size > REMEMBERED_MAX && oldest !== undefined) places.delete(oldest)
}
