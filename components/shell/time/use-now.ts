'use client'

import { useSyncExternalStore } from 'react'

const TICK_MS = 15_000

/** The present in epoch ms, moving on every fifteen seconds: one timer for everything on screen. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, read, read)
}

const listeners = new Set<() => void>()
let now = Date.now()
let timer: ReturnType<typeof setInterval> | undefined

function subscribe(listener: () => void) {
  listeners.add(listener)
  if (listeners.size === 1) {
    now = Date.now()
    timer = setInterval(tick, TICK_MS)
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) clearInterval(timer)
  }
}

function read() {
  return now
}

function tick() {
  now = Date.now()
  for (const listener of listeners) listener()
}
