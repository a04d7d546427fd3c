'use client'

import { Inbox } from 'lucide-react'
import type { Theme } from '@/lib/client/preferences'
import { AccountMenu } from './account-menu'
import { BellMenu } from './bell-menu'
import { ThemeMenu } from './theme-menu'

interface BottomBarProps {
  theme: Theme
  onTheme: (theme: Theme) => void
  onShowKeys: () => void
}

/** The way to each part of the product, under the list on a phone. */
export function BottomBar({ theme, onTheme, onShowKeys }: BottomBarProps) {
  return (
    <nav
      aria-label="Main"
      className="flex shrink-0 items-center justify-around border-t bg-surface px-4 pt-1 pb-[max(4px,env(safe-area-inset-bottom))] md:hidden"
    >
      <span
        aria-current="page"
        className="grid h-9 w-16 place-items-center rounded-full bg-accent-soft text-accent-ink"
      >
        <Inbox aria-hidden className="size-5" />
        <span className="sr-only">Inbox</span>
      </span>
      <BellMenu side="top" />
      <ThemeMenu theme={theme} onTheme={onTheme} side="top" />
      <AccountMenu side="top" onShowKeys={onShowKeys} />
    </nav>
  )
}
