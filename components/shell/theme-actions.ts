'use client'

import { useAction } from '@/lib/client/browser/actions'
import type { Theme } from '@/lib/client/browser/preferences'
import { useTranslator } from '@/lib/i18n/use-translator'

/** The themes as commands of the palette. */
export function useThemeActions(onTheme: (theme: Theme) => void) {
  const { t } = useTranslator()
  const section = 'theme'
  useAction({
    id: 'theme-light',
    label: t('shell.theme.toLight'),
    section,
    run: () => onTheme('light'),
  })
  useAction({
    id: 'theme-dark',
    label: t('shell.theme.toDark'),
    section,
    run: () => onTheme('dark'),
  })
  useAction({
    id: 'theme-system',
    label: t('shell.theme.toSystem'),
    section,
    run: () => onTheme('system'),
  })
}
