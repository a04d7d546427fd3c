'use client'

import { useEffect } from 'react'

/** So many threads that were opened last are kept up to date, so that going back and forth between them asks for nothing. */
const KEPT_MAX = 8

let shown: readonly string[] = []
const listeners = new Set<() => void>()

/** Asks the stream for the lines of a conversation from now on: its thread is looked at. */
export function useShownThread(id: string): void {
  useEffect(() => show(id), [id])
}

/** The conversations whose lines this tab wants, the last one first. */
export function shownThreads(): readonly string[] {
  return shown
}

/** Calls back when that changed. Gives what ends it. */
export function onShownThreads(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

function show(id: string) {
  const isNew = !shown.includes(id)
  shown = [id, ...shown.filter((each) => each !== id)].slice(0, KEPT_MAX)
  if (isNew) for (const listener of listeners) listener()
}
