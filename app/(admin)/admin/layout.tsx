import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { Providers } from '@/components/inbox/shell/providers'
import { viewer } from '@/lib/auth/viewer'
import { feedHead } from '@/lib/http/feed-head'
import { paths } from '@/lib/paths'

/** The admin side, for anyone signed in: each page says itself whom it is for, and so does each of its routes. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const person = await viewer()
  if (!person) redirect(paths.signIn)
  return (
    <Providers viewer={person} initialFeed={await feedHead()}>
      <main className="thin-scroll h-dvh overflow-y-auto">
        <div className="mx-auto max-w-[960px] px-6 py-6 max-md:px-4">{children}</div>
      </main>
    </Providers>
  )
}
