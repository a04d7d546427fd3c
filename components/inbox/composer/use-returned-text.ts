'use client'

import { useEffect, useRef } from 'react'

interface Returned {
  text: string
  missed: unknown[]
}

/**
 * Puts a reply the server refused back into the box. With missed messages it waits for the agent's choice
 * instead, because "Send anyway" needs the text as it was.
 */
export function useReturnedText(returned: Returned | undefined, giveBack: (text: string) => void) {
  const latest = useRef(giveBack)
  useEffect(() => {
    latest.current = giveBack
  })
  const text = returned && returned.missed.length === 0 ? returned.text : undefined
  useEffect(() => {
    if (text !== undefined) latest.current(text)
  }, [text])
}

/** The refused text before what was typed meanwhile, so that neither is lost. */
export function joinTexts(returned: string, typed: string): string {
  if (!returned) return typed
  if (!typed.trim() || typed === returned) return returned
  return `${returned}\n${typed}`
}

/** Puts the words of a reply that its writer took back into the box, once. */
export function useTakenBack(
  { returned, takeReturned }: { returned?: string; takeReturned: () => void },
  giveBack: (text: string) => void,
) {
  const latest = useRef({ giveBack, takeReturned })
  useEffect(() => {
    latest.current = { giveBack, takeReturned }
  })
  useEffect(() => {
    if (returned === undefined) return
    latest.current.giveBack(returned)
    latest.current.takeReturned()
  }, [returned])
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
