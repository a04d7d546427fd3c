'use client'

import { Inbox } from 'lucide-react'
import { Tooltip } from '@/components/ui/tooltip'
import type { Theme } from '@/lib/client/preferences'
import { paths } from '@/lib/paths'
import { AccountMenu } from './account-menu'
import { BellMenu } from './bell-menu'
import { Logo } from './logo'
import { ThemeMenu } from './theme-menu'

interface IconRailProps {
  theme: Theme
  onTheme: (theme: Theme) => void
  onInbox: () => void
  onShowKeys: () => void
}

/** The way to each part of the product, on the left of wide screens. */
export function IconRail({ theme, onTheme, onInbox, onShowKeys }: IconRailProps) {
  return (
    <nav
      aria-label="Main"
      className="hidden w-14 flex-col items-center gap-1 border-r bg-bg py-3 md:flex"
    >
      <Logo className="mb-2.5" />
      <Tooltip content="Inbox" side="right">
        <a
          href={paths.inbox()}
          aria-label="Inbox"
          aria-current="page"
          onClick={(event) => {
            event.preventDefault()
            onInbox()
          }}
          className="grid size-10 place-items-center rounded-control bg-accent-soft text-accent-ink"
        >
          <Inbox aria-hidden className="size-[18px]" />
        </a>
      </Tooltip>
      <span className="flex-1" />
      <BellMenu side="right" />
      <ThemeMenu theme={theme} onTheme={onTheme} side="right" />
      <AccountMenu side="right" onShowKeys={onShowKeys} />
    </nav>
  )
}
