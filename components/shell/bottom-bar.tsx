'use client'

import { Inbox, Settings2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import type { Theme } from '@/lib/client/browser/preferences'
import { useTranslator } from '@/lib/i18n/use-translator'
import { paths } from '@/lib/paths'
import { AccountMenu } from './account-menu'
import { BellMenu } from './bell/bell-menu'
import { PageLink } from './page-link'
import { ThemeMenu } from './theme-menu'

interface BottomBarProps {
  place?: 'inbox' | 'admin'
  theme: Theme
  onTheme: (theme: Theme) => void
  onShowKeys: () => void
}

/** The way to each part of the product, under the list on a phone. */
export function BottomBar({ place = 'inbox', theme, onTheme, onShowKeys }: BottomBarProps) {
  const { t } = useTranslator()
  return (
    <nav
      aria-label={t('shell.nav.label')}
      className="flex shrink-0 items-center justify-around border-t bg-surface px-4 pt-1 pb-[max(4px,env(safe-area-inset-bottom))] md:hidden"
    >
      <Place name={t('shell.nav.inbox')} path={paths.inbox()} isCurrent={place === 'inbox'}>
        <Inbox aria-hidden className="size-5" />
      </Place>
      <Place name={t('shell.nav.admin')} path={paths.admin.home} isCurrent={place === 'admin'}>
        <Settings2 aria-hidden className="size-5" />
      </Place>
      <BellMenu side="top" />
      <ThemeMenu theme={theme} onTheme={onTheme} side="top" />
      <AccountMenu side="top" onShowKeys={onShowKeys} />
    </nav>
  )
}

function Place({
  name,
  path,
  isCurrent,
  children,
}: {
  name: string
  path: string
  isCurrent: boolean
  children: ReactNode
}) {
  return (
    <PageLink
      href={path}
      aria-label={name}
      aria-current={isCurrent ? 'page' : undefined}
      className={cn(
        'grid h-11 w-16 place-items-center rounded-full text-muted',
        isCurrent && 'bg-accent-soft text-accent-ink',
      )}
    >
      {children}
    </PageLink>
  )
}
