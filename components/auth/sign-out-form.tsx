'use client'

import { useState } from 'react'
import { leave } from '@/components/inbox/shell/account-menu'
import { Button } from '@/components/ui/button'
import { Toaster } from '@/components/ui/toaster'
import { paths } from '@/lib/paths'

/** The way out for whoever came by its address, and the way back. */
export function SignOutForm({ name }: { name: string }) {
  const [pending, setPending] = useState(false)
  async function signOut() {
    setPending(true)
    await leave()
    setPending(false)
  }
  return (
    <div className="flex flex-col gap-4">
      <p>You are signed in as {name}.</p>
      <Button variant="primary" size="lg" pending={pending} onClick={signOut}>
        Sign out
      </Button>
      <a href={paths.inbox()} className="text-center text-accent-ink hover:underline">
        Stay in the inbox
      </a>
      <Toaster />
    </div>
  )
}
