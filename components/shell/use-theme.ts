'use client'

import { useCallback, useState } from 'react'
import { setTheme, type Theme } from '@/lib/client/browser/preferences'

/** The theme in use, starting from what the server drew, and how to change it. */
export function useTheme(initial: Theme): [Theme, (theme: Theme) => void] {
  const [theme, setShown] = useState(initial)
  const choose = useCallback((next: Theme) => {
    setTheme(next)
    setShown(next)
  }, [])
  return [theme, choose]
}
