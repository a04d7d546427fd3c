'use client'

import { ChevronLeft } from 'lucide-react'
import Link from 'next/link'
import { usePathname, useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import { Bell } from '@/components/shell/bell/bell'
import { BottomBar } from '@/components/shell/bottom-bar'
import { IconRail } from '@/components/shell/icon-rail'
import { useTheme } from '@/components/shell/use-theme'
import type { Preferences } from '@/lib/client/browser/preferences'
import { useViewer } from '@/lib/client/people/use-viewer'
import { useTranslator } from '@/lib/i18n/use-translator'
import { paths } from '@/lib/paths'
import { LeaveGuard } from '../shell/leave-guard'
import { sectionBlockedBecause, sectionOf } from '../shell/sections'
import { AdminPalette } from './admin-palette'
import { SectionList } from './section-list'
import { SectionRefused } from './section-refused'

/** Rail, sections, and a column for one of them. On a phone the overview is the list of sections. */
export function AdminShell({
  preferences,
  children,
}: {
  preferences: Preferences
  children: ReactNode
}) {
  const { t } = useTranslator()
  const [theme, setTheme] = useTheme(preferences.theme)
  const [keysOpen, setKeysOpen] = useState(false)
  const pathname = usePathname()
  const router = useRouter()
  const { role } = useViewer()
  const section = sectionOf(pathname)
  const blocked = section && sectionBlockedBecause(section, role)
  const toInbox = () => router.push(paths.inbox())
  const showKeys = () => setKeysOpen(true)

  return (
    <div className="flex h-dvh overflow-hidden max-md:flex-col">
      <IconRail
        place="admin"
        theme={theme}
        onTheme={setTheme}
        onInbox={toInbox}
        onShowKeys={showKeys}
      />
      <div className="thin-scroll hidden w-56 shrink-0 overflow-auto border-r bg-surface md:block">
        <SectionList pathname={pathname} role={role} />
      </div>
      <main
        // A page of words alone, as Health, has nothing else that the arrow keys could scroll by.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reached by keyboard
        tabIndex={0}
        className="thin-scroll min-h-0 min-w-0 flex-1 overflow-auto bg-bg focus-visible:outline-offset-[-2px]"
      >
        {section && (
          <Link
            href={paths.admin.home}
            className="flex min-h-11 items-center gap-1 border-b bg-surface px-3 text-list text-muted md:hidden"
          >
            <ChevronLeft aria-hidden className="size-4" /> {t('channelAdmin.shell.home')}
          </Link>
        )}
        <div className="mx-auto w-full max-w-[960px] px-4 py-5 md:px-8 md:py-7">
          {section && blocked ? <SectionRefused section={section} reason={blocked} /> : children}
        </div>
      </main>
      <BottomBar place="admin" theme={theme} onTheme={setTheme} onShowKeys={showKeys} />
      <Bell />
      <LeaveGuard />
      <AdminPalette onTheme={setTheme} keysOpen={keysOpen} onKeysOpen={setKeysOpen} />
    </div>
  )
}
