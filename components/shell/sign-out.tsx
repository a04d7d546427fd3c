'use client'

import { signOut } from 'next-auth/react'
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog/dialog'
import { clearKeptHere, keptHereWords } from '@/lib/client/browser/kept-here'
import { type Reason, reason } from '@/lib/i18n/reason'
import type { Translator } from '@/lib/i18n/translator'
import { useTranslator } from '@/lib/i18n/use-translator'
import { paths } from '@/lib/paths'

const LeaveContext = createContext<() => void>(() => {})

/** Leaves this browser's session; asks first where this browser holds what would be lost with it. */
export function useLeave(): () => void {
  return useContext(LeaveContext)
}

/** Nothing of a person stays in a browser that they left, and nothing of it goes unsaid. */
export function SignOutProvider({ children }: { children: ReactNode }) {
  const { t, say } = useTranslator()
  const [words, setWords] = useState<Reason>()
  const [pending, setPending] = useState(false)
  const leave = useCallback(() => {
    const kept = keptHereWords()
    if (kept) setWords(kept)
    else void goOut(say)
  }, [say])

  async function confirm() {
    setPending(true)
    await goOut(say)
    setPending(false)
  }

  return (
    <LeaveContext value={leave}>
      {children}
      <Dialog
        open={words !== undefined}
        onOpenChange={(open) => open || setWords(undefined)}
        title={t('shell.signOut.title')}
        description={words && say(words)}
      >
        <div className="flex justify-end gap-2 p-5">
          <Button onClick={() => setWords(undefined)}>{t('shell.signOut.stay')}</Button>
          <Button variant="danger" pending={pending} onClick={confirm}>
            {t('shell.signOut.action')}
          </Button>
        </div>
      </Dialog>
    </LeaveContext>
  )
}

/** Ends this browser's session, removes what it kept for the person and shows the sign-in page. */
export async function goOut(say: Translator['say']) {
  // Where to go is ours to say: the library would build the address from what it thinks the host is.
  try {
    await signOut({ redirect: false })
  } catch {
    toast.error(say(reason('shell.signOut.unreachable')))
    return
  }
  await clearKeptHere()
  window.location.assign(paths.signIn)
}
