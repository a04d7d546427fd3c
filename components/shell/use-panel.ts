'use client'

import { useCallback, useState } from 'react'
import { useBackCloses } from '@/components/ui/back-closes'
import { useMediaQuery } from '@/components/ui/media-query'
import { remember } from '@/lib/client/browser/preferences'

const WIDE = '(min-width: 1280px)'

/**
 * Whether the member panel is open. On a wide screen it is a column and remembered; on a narrower one it lies over
 * the thread, so it starts closed, is nobody's habit, and Back closes it.
 */
export function usePanel(rememberedOpen: boolean) {
  const isWide = useMediaQuery(WIDE, true)
  const [openWide, setOpenWide] = useState(rememberedOpen)
  const [openOver, setOpenOver] = useState(false)
  const isOpen = isWide ? openWide : openOver
  const set = useCallback(
    (open: boolean) => {
      if (!isWide) return setOpenOver(open)
      setOpenWide(open)
      remember('panelOpen', open)
    },
    [isWide],
  )
  useBackCloses(openOver && !isWide, () => setOpenOver(false))
  return { isOpen, isWide, set }
}
