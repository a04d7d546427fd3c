'use client'

import type { Virtualizer } from '@tanstack/react-virtual'
import { useEffect, useState } from 'react'
import type { Row } from '../thread/thread-rows'
import type { EndFollower } from './end-follower'
import type { Older } from './use-load-older'

const LIT_MS = 1_400

interface Jump {
  target?: string
  onJumped: () => void
}

/** Scrolls to a message, loading older ones until it is there, and returns the key of the row to light up. */
export function useJump(
  virtualizer: Virtualizer<HTMLDivElement, Element>,
  rows: Row[],
  older: Older,
  follower: EndFollower,
  { target, onJumped }: Jump,
): string | undefined {
  const [lit, setLit] = useState<string>()
  const index = target === undefined ? -1 : rows.findIndex((row) => row.key === target)
  const { has, isLoading, error, load } = older

  useEffect(() => {
    if (target === undefined) return
    if (index >= 0) {
      follower.follow(false)
      virtualizer.scrollToIndex(index, { align: 'center' })
      setLit(target)
      onJumped()
    } else if (has && !error) {
      if (!isLoading) load()
    } else onJumped()
  }, [virtualizer, follower, target, index, has, isLoading, error, load, onJumped])

  useEffect(() => {
    if (lit === undefined) return
    const timer = setTimeout(() => setLit(undefined), LIT_MS)
    return () => clearTimeout(timer)
  }, [lit])

  return lit
}
