import type { ComponentType } from 'react'
import { paths } from '@/lib/paths'

/** A part of the screen whose code comes when it is needed. */
export interface Part<Props> {
  /** The part, once it is here. */
  here(): ComponentType<Props> | undefined
  /** Hears when it is; gives how to stop. */
  subscribe(listener: () => void): () => void
  /** Fetches it, once for all who ask; after a failure the next call tries again. */
  fetch(): Promise<ComponentType<Props>>
}

/** Long enough for the first screen to be drawn and the first key to be pressed. */
const QUIET_MS = 8_000

const fetches: (() => Promise<unknown>)[] = []

/** Makes a part of what `load` imports. */
export function toPart<Props>(load: () => Promise<ComponentType<Props>>): Part<Props> {
  let here: ComponentType<Props> | undefined
  let coming: Promise<ComponentType<Props>> | undefined
  const listeners = new Set<() => void>()
  const part: Part<Props> = {
    here: () => here,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    fetch() {
      coming ??= load().then(
        (loaded) => {
          here = loaded
          for (const listener of listeners) listener()
          return loaded
        },
        (error) => {
          coming = undefined
          throw error
        },
      )
      return coming
    },
  }
  fetches.push(part.fetch)
  return part
}

/**
 * Fetches all parts one by one while nothing else is to do, so that they open at once, also without the network or
 * after a new version. Gives how to stop it.
 */
export function fetchPartsWhenIdle(): () => void {
  let isStopped = false
  const timer = setTimeout(async () => {
    for (const get of fetches) {
      await new Promise<void>(whenIdle)
      if (isStopped) return
      // Whoever needs it tries again and says so.
      await get().catch(() => undefined)
    }
  }, QUIET_MS)
  return () => {
    isStopped = true
    clearTimeout(timer)
  }
}

/** Runs something as soon as nothing else is to do. Gives how to call it off. */
export function whenIdle(run: () => void): () => void {
  // Safari has no such moment.
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(run, 200)
    return () => clearTimeout(timer)
  }
  const handle = requestIdleCallback(() => run())
  return () => cancelIdleCallback(handle)
}

/** Whether the server answers: then a part that can't be had is one of an older version of the page. */
export async function isServerThere(): Promise<boolean> {
  try {
    return (await fetch(paths.api.health, { cache: 'no-store' })).ok
  } catch {
    return false
  }
}
