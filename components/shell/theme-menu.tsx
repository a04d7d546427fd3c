'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import { DropdownMenu, MenuChoice } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import type { Theme } from '@/lib/client/browser/preferences'
import { useTranslator } from '@/lib/i18n/use-translator'

const CHOICES = [
  { value: 'system', label: 'shell.theme.system', icon: <Monitor aria-hidden /> },
  { value: 'light', label: 'shell.theme.light', icon: <Sun aria-hidden /> },
  { value: 'dark', label: 'shell.theme.dark', icon: <Moon aria-hidden /> },
] as const

const ICONS = { system: Monitor, light: Sun, dark: Moon }

interface ThemeMenuProps {
  theme: Theme
  onTheme: (theme: Theme) => void
  side: 'top' | 'right'
}

/** Light, dark, or what the system says. */
export function ThemeMenu({ theme, onTheme, side }: ThemeMenuProps) {
  const { t } = useTranslator()
  const Icon = ICONS[theme]
  return (
    <DropdownMenu
      side={side}
      trigger={
        <IconButton
          label={t('shell.theme.label')}
          tooltipSide="right"
          className="size-10 max-md:size-11"
        >
          <Icon className="size-[18px]" />
        </IconButton>
      }
    >
      <MenuChoice
        label={t('shell.theme.label')}
        value={theme}
        onChange={onTheme}
        choices={CHOICES.map((choice) => ({ ...choice, label: t(choice.label) }))}
      />
    </DropdownMenu>
  )
}
