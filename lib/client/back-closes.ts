'use client'

import { useEffect, useId, useRef } from 'react'

/**
 * While something lies over the page (a panel, a picture, a dialog on a phone), Back takes it away and leaves the page
 * where it is. For that it is an entry of the browser's history with the same address, whose state names what lies there.
 */
export function useBackCloses(isOpen: boolean, close: () => void) {
  const name = useId()
  const latest = useRef(close)
  const isThere = useRef(false)
  useEffect(() => {
    latest.current = close
  })
  useEffect(() => {
    if (!isOpen) return
    isThere.current = true
    if (!layers().includes(name)) window.history.pushState({ [KEY]: [...layers(), name] }, '')
    const onPop = () => {
      if (!layers().includes(name)) latest.current()
    }
    window.addEventListener('popstate', onPop)
    return () => {
      isThere.current = false
      window.removeEventListener('popstate', onPop)
      // Later: whoever closes it by going elsewhere has gone by then, and what only mounts again is there again.
      setTimeout(() => isThere.current || leave(name))
    }
  }, [isOpen, name])
}

const KEY = 'over'

/** What lies over the page by the entry of the history that we are at, the lowest first. */
function layers(): string[] {
  const named: unknown = window.history.state?.[KEY]
  return Array.isArray(named) ? named : []
}

function leave(name: string) {
  const at = layers().indexOf(name)
  if (at >= 0) window.history.go(at - layers().length)
}
