'use client'

import { useAction } from '@/lib/client/browser/actions'
import type { Theme } from '@/lib/client/browser/preferences'

/** The themes as commands of the palette. */
export function useThemeActions(onTheme: (theme: Theme) => void) {
  const section = 'Theme'
  useAction({ id: 'theme-light', label: 'Light theme', section, run: () => onTheme('light') })
  useAction({ id: 'theme-dark', label: 'Dark theme', section, run: () => onTheme('dark') })
  useAction({
    id: 'theme-system',
    label: 'Theme like the system',
    section,
    run: () => onTheme('system'),
  })
}
