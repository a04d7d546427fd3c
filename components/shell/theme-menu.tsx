'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import { DropdownMenu, MenuChoice } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import type { Theme } from '@/lib/client/browser/preferences'

const CHOICES: { value: Theme; label: string; icon: React.ReactNode }[] = [
  { value: 'system', label: 'Like the system', icon: <Monitor aria-hidden /> },
  { value: 'light', label: 'Light', icon: <Sun aria-hidden /> },
  { value: 'dark', label: 'Dark', icon: <Moon aria-hidden /> },
]

const ICONS = { system: Monitor, light: Sun, dark: Moon }

interface ThemeMenuProps {
  theme: Theme
  onTheme: (theme: Theme) => void
  side: 'top' | 'right'
}

/** Light, dark, or what the system says. */
export function ThemeMenu({ theme, onTheme, side }: ThemeMenuProps) {
  const Icon = ICONS[theme]
  return (
    <DropdownMenu
      side={side}
      trigger={
        <IconButton label="Theme" tooltipSide="right" className="size-10 max-md:size-11">
          <Icon className="size-[18px]" />
        </IconButton>
      }
    >
      <MenuChoice label="Theme" value={theme} onChange={onTheme} choices={CHOICES} />
    </DropdownMenu>
  )
}
