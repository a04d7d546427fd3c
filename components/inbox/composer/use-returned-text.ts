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
