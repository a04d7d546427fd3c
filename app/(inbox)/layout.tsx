import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { InboxShell } from '@/components/inbox/inbox-shell'
import { Providers } from '@/components/shell/providers'
import { pageReader } from '@/lib/auth/page-reader'
import { viewer } from '@/lib/auth/signed-in'
import { toPreferences } from '@/lib/client/browser/preferences'
import { feedHead } from '@/lib/http/feed-head'
import { messagesFor } from '@/lib/i18n/catalogues'
import { INBOX_ROOMS } from '@/lib/i18n/rooms'
import { ownBuild } from '@/lib/own-build'

/** The shell stays while conversations come and go: it reads the address itself. */
export default async function InboxLayout({ children }: { children: ReactNode }) {
  const person = await viewer()
  // The page knows the whole address, so it is the one that leads to the sign-in page.
  if (!person) return children
  const jar = await cookies()
  const { locale } = await pageReader()
  const preferences = toPreferences((name) => jar.get(name)?.value)
  return (
    <Providers
      viewer={person}
      initialFeed={await feedHead()}
      build={ownBuild()}
      locale={locale}
      messages={messagesFor(locale, INBOX_ROOMS)}
    >
      <InboxShell preferences={preferences} />
      {children}
    </Providers>
  )
}
