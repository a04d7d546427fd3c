'use client'

import { useSyncExternalStore } from 'react'

const SPEEDS = [1, 1.5, 2] as const
const SPEED_KEY = 'voice-speed'

const watchers = new Set<() => void>()

/** How fast recordings play: one speed for all of them, remembered in this browser. */
export function useSpeed(): [number, () => void] {
  const speed = useSyncExternalStore(watch, readSpeed, () => SPEEDS[0])
  return [speed, next]
}

export function readSpeed(): number {
  const stored = Number(localStorage.getItem(SPEED_KEY))
  return SPEEDS.find((speed) => speed === stored) ?? SPEEDS[0]
}

function next() {
  const now = readSpeed()
  const faster = SPEEDS.find((other) => other > now) ?? SPEEDS[0]
  localStorage.setItem(SPEED_KEY, String(faster))
  for (const changed of watchers) changed()
}

function watch(changed: () => void) {
  watchers.add(changed)
  return () => void watchers.delete(changed)
}
