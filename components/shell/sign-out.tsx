'use client'

import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'
import { deferred } from '@/components/ui/deferred/deferred'
import { toastProblem } from '@/lib/client/browser/toast'
import { signOutHere } from '@/lib/client/people/session'
import { type Reason, reason } from '@/lib/i18n/reason'
import type { Translator } from '@/lib/i18n/translator'
import { useTranslator } from '@/lib/i18n/use-translator'
import { paths } from '@/lib/paths'

const SignOutDialog = deferred(async () => (await import('./sign-out-dialog')).SignOutDialog)

/** What this browser keeps is asked for by who leaves, and not by every page. */
const keptHere = () => import('@/lib/client/browser/kept-here')

const LeaveContext = createContext<() => unknown>(() => {})

/** Leaves this browser's session; asks first where this browser holds what would be lost with it. */
export function useLeave(): () => unknown {
  return useContext(LeaveContext)
}

/** Nothing of a person stays in a browser that they left, and nothing of it goes unsaid. */
export function SignOutProvider({ children }: { children: ReactNode }) {
  const { say } = useTranslator()
  const [words, setWords] = useState<Reason>()
  const [pending, setPending] = useState(false)
  const leave = useCallback(async () => {
    const kept = await keptHere().then(
      ({ keptHereWords }) => ({ words: keptHereWords() }),
      () => undefined,
    )
    if (!kept) toastProblem(say(reason('shell.signOut.unreachable')))
    else if (kept.words) setWords(kept.words)
    else await goOut(say)
  }, [say])

  async function confirm() {
    setPending(true)
    await goOut(say)
    setPending(false)
  }

  return (
    <LeaveContext value={leave}>
      {children}
      {words && (
        <SignOutDialog
          words={say(words)}
          pending={pending}
          onLeave={confirm}
          onStay={() => setWords(undefined)}
        />
      )}
    </LeaveContext>
  )
}

/** Ends this browser's session, removes what it kept for the person and shows the sign-in page. */
export async function goOut(say: Translator['say']) {
  try {
    // First, so that nobody is signed out whose things then stay here.
    const { clearKeptHere } = await keptHere()
    await signOutHere()
    await clearKeptHere()
  } catch {
    toastProblem(say(reason('shell.signOut.unreachable')))
    return
  }
  window.location.assign(paths.signIn)
}
