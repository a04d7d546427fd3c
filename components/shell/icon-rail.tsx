'use client'

import { Inbox, Send, Settings2 } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { cn } from '@/components/ui/cn'
import { Tooltip } from '@/components/ui/tooltip'
import type { Theme } from '@/lib/client/browser/preferences'
import { useTranslator } from '@/lib/i18n/use-translator'
import { paths } from '@/lib/paths'
import { AccountMenu } from './account-menu'
import { BellMenu } from './bell/bell-menu'
import { Logo } from './logo'
import { PageLink } from './page-link'
import { ThemeMenu } from './theme-menu'

interface IconRailProps {
  /** The part of the product that is on screen. */
  place?: 'inbox' | 'admin'
  theme: Theme
  onTheme: (theme: Theme) => void
  onInbox: () => void
  onShowKeys: () => void
}

const ITEM = cn('grid size-10 place-items-center rounded-control text-muted hover:bg-sunken')
const ITEM_CURRENT = cn('bg-accent-soft text-accent-ink hover:bg-accent-soft')

/** The way to each part of the product, on the left of wide screens. */
export function IconRail({ place = 'inbox', theme, onTheme, onInbox, onShowKeys }: IconRailProps) {
  const { t } = useTranslator()
  const isOutbox = usePathname() === paths.outbox
  return (
    <nav
      aria-label={t('shell.nav.label')}
      className="hidden w-14 flex-col items-center gap-1 border-r bg-bg py-3 md:flex"
    >
      <Logo className="mb-2.5" />
      <Tooltip content={t('shell.nav.inbox')} side="right">
        <a
          href={paths.inbox()}
          aria-label={t('shell.nav.inbox')}
          aria-current={place === 'inbox' ? 'page' : undefined}
          onClick={(event) => {
            event.preventDefault()
            onInbox()
          }}
          className={cn(ITEM, place === 'inbox' && ITEM_CURRENT)}
        >
          <Inbox aria-hidden className="size-[18px]" />
        </a>
      </Tooltip>
      <Tooltip content={t('shell.nav.outbox')} side="right">
        <PageLink
          href={paths.outbox}
          aria-label={t('shell.nav.outbox')}
          aria-current={isOutbox ? 'page' : undefined}
          className={cn(ITEM, isOutbox && ITEM_CURRENT)}
        >
          <Send aria-hidden className="size-[18px]" />
        </PageLink>
      </Tooltip>
      <Tooltip content={t('shell.nav.admin')} side="right">
        <PageLink
          href={paths.admin.home}
          aria-label={t('shell.nav.admin')}
          aria-current={place === 'admin' && !isOutbox ? 'page' : undefined}
          className={cn(ITEM, place === 'admin' && !isOutbox && ITEM_CURRENT)}
        >
          <Settings2 aria-hidden className="size-[18px]" />
        </PageLink>
      </Tooltip>
      <span className="flex-1" />
      <BellMenu side="right" />
      <ThemeMenu theme={theme} onTheme={onTheme} side="right" />
      <AccountMenu side="right" onShowKeys={onShowKeys} />
    </nav>
  )
}
