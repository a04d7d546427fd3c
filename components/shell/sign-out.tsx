'use client'

import { signOut } from 'next-auth/react'
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog/dialog'
import { clearKeptHere, keptHereWords } from '@/lib/client/browser/kept-here'
import { paths } from '@/lib/paths'

const LeaveContext = createContext<() => void>(() => {})

/** Leaves this browser's session; asks first where this browser holds what would be lost with it. */
export function useLeave(): () => void {
  return useContext(LeaveContext)
}

/** Nothing of a person stays in a browser that they left, and nothing of it goes unsaid. */
export function SignOutProvider({ children }: { children: ReactNode }) {
  const [words, setWords] = useState<string>()
  const [pending, setPending] = useState(false)
  const leave = useCallback(() => {
    const kept = keptHereWords()
    if (kept) setWords(kept)
    else void goOut()
  }, [])

  async function confirm() {
    setPending(true)
    await goOut()
    setPending(false)
  }

  return (
    <LeaveContext value={leave}>
      {children}
      <Dialog
        open={words !== undefined}
        onOpenChange={(open) => open || setWords(undefined)}
        title="Sign out?"
        description={words}
      >
        <div className="flex justify-end gap-2 p-5">
          <Button onClick={() => setWords(undefined)}>Stay signed in</Button>
          <Button variant="danger" pending={pending} onClick={confirm}>
            Sign out
          </Button>
        </div>
      </Dialog>
    </LeaveContext>
  )
}

/** Ends this browser's session, removes what it kept for the person and shows the sign-in page. */
export async function goOut() {
  // Where to go is ours to say: the library would build the address from what it thinks the host is.
  try {
    await signOut({ redirect: false })
  } catch {
    toast.error('The inbox can’t be reached, so you are still signed in. Try again.')
    return
  }
  await clearKeptHere()
  window.location.assign(paths.signIn)
}
