'use client'

import { useEffect, useRef } from 'react'
import type { Returned } from '@/lib/client/reply/local-replies'

/** Puts what its writer took back, or the server refused, where it came from, once. */
export function useReturned(
  { returned, takeReturned }: { returned?: Returned; takeReturned: () => void },
  putBack: (returned: Returned) => void,
) {
  const latest = useRef({ putBack, takeReturned })
  useEffect(() => {
    latest.current = { putBack, takeReturned }
  })
  useEffect(() => {
    if (!returned) return
    latest.current.putBack(returned)
    latest.current.takeReturned()
  }, [returned])
}

/** The returned text before what was typed meanwhile, so that neither is lost. */
export function joinTexts(returned: string, typed: string): string {
  if (!returned) return typed
  if (!typed.trim() || typed === returned) return returned
  return `${returned}\n${typed}`
}

/** Puts the cursor into the box when a message was chosen to be answered. */
export function useAnswering(answering: { id: string } | undefined, focus: () => void) {
  const latest = useRef(focus)
  useEffect(() => {
    latest.current = focus
  })
  const id = answering?.id
  useEffect(() => {
    if (id !== undefined) latest.current()
  }, [id])
}
