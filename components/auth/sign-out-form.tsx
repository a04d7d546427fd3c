'use client'

import { useEffect, useState } from 'react'
import { goOut } from '@/components/shell/sign-out'
import { Button } from '@/components/ui/button'
import { Toaster } from '@/components/ui/feedback/toaster'
import { keptHereWords } from '@/lib/client/browser/kept-here'
import { setPerson } from '@/lib/client/browser/own-storage'
import type { Said } from '@/lib/i18n/reason'
import { useTranslator } from '@/lib/i18n/use-translator'
import { paths } from '@/lib/paths'

/** The way out for whoever came by its address, and the way back. */
export function SignOutForm({ name, id }: { name: string; id: string }) {
  const { t, say } = useTranslator()
  const [pending, setPending] = useState(false)
  const [kept, setKept] = useState<Said>()
  useEffect(() => {
    setPerson(id)
    setKept(keptHereWords())
  }, [id])
  async function signOut() {
    setPending(true)
    await goOut(say)
    setPending(false)
  }
  return (
    <div className="flex flex-col gap-4">
      <p>{t('signIn.signOut.who', { name })}</p>
      {kept && <p role="status">{say(kept)}</p>}
      <Button variant="primary" size="lg" pending={pending} onClick={signOut}>
        {t('signIn.signOut.submit')}
      </Button>
      <a href={paths.inbox()} className="text-center text-accent-ink hover:underline">
        {t('signIn.signOut.stay')}
      </a>
      <Toaster />
    </div>
  )
}
