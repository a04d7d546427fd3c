'use client'

import { useEffect, useId, useRef } from 'react'

/**
 * While something lies over the page (a panel, a picture, a dialog on a phone), Back takes it away and leaves the page
 * where it is. For that it is an entry of the browser's history with the same address, whose state names what lies there.
 * Where `close` gives false it stays.
 */
export function useBackCloses(isOpen: boolean, close: () => unknown) {
  const name = useId()
  const latest = useRef(close)
  const isThere = useRef(false)
  useEffect(() => {
    latest.current = close
  })
  useEffect(() => {
    if (!isOpen) return
    isThere.current = true
    putLayer(name)
    const onPop = () => {
      if (!hasLayer(name) && latest.current() === false) putLayer(name)
    }
    window.addEventListener('popstate', onPop)
    return () => {
      isThere.current = false
      window.removeEventListener('popstate', onPop)
      // Later: whoever closes it by going elsewhere has gone by then, and what only mounts again is there again.
      setTimeout(() => isThere.current || leaveLayer(name))
    }
  }, [isOpen, name])
}

const KEY = 'over'

/** Makes an entry of the history for what lies over the page by this name, unless there is one. */
export function putLayer(name: string) {
  if (!hasLayer(name)) window.history.pushState({ [KEY]: [...layers(), name] }, '')
}

export function hasLayer(name: string): boolean {
  return layers().includes(name)
}

/** Goes back to what is under it, where it is still there. */
export function leaveLayer(name: string) {
  const at = layers().indexOf(name)
  if (at >= 0) window.history.go(at - layers().length)
}

/** What lies over the page by the entry of the history that we are at, the lowest first. */
function layers(): string[] {
  const named: unknown = window.history.state?.[KEY]
  return Array.isArray(named) ? named : []
}
