import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { AdminShell } from '@/components/admin/admin-shell'
import { Providers } from '@/components/shell/providers'
import { pageReader } from '@/lib/auth/page-reader'
import { viewer } from '@/lib/auth/signed-in'
import { toPreferences } from '@/lib/client/browser/preferences'
import { feedHead } from '@/lib/http/feed-head'
import { messagesFor } from '@/lib/i18n/catalogues'
import { ADMIN_ROOMS } from '@/lib/i18n/rooms'
import { ownBuild } from '@/lib/own-build'
import { ADDRESS_HEADER, paths } from '@/lib/paths'

/** The admin side, for anyone signed in: each section says itself whom it is for, and so does each of its routes. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const person = await viewer()
  if (!person) {
    const here = (await headers()).get(ADDRESS_HEADER) ?? paths.admin.home
    redirect(`${paths.signIn}?callbackUrl=${encodeURIComponent(here)}`)
  }
  const jar = await cookies()
  const { locale } = await pageReader()
  const preferences = toPreferences((name) => jar.get(name)?.value)
  return (
    <Providers
      viewer={person}
      initialFeed={await feedHead()}
      build={ownBuild()}
      locale={locale}
      messages={messagesFor(locale, ADMIN_ROOMS)}
    >
      <AdminShell preferences={preferences}>{children}</AdminShell>
    </Providers>
  )
}
