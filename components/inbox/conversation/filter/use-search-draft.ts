'use client'

import { useEffect, useRef, useState } from 'react'
import { draftAfterSearch } from './search-keys'

/** A pause this long in typing starts the search. */
const PAUSE_MS = 200

/** What is being typed into the search box, until it has been searched; then the words in the address are shown. */
export function useSearchDraft(value: string, onSearch: (words: string) => void) {
  const [draft, setDraft] = useState<string>()
  const shown = draft ?? value
  const latest = useRef(onSearch)
  useEffect(() => {
    latest.current = onSearch
  })
  useEffect(() => {
    if (draft === undefined) return
    const timer = setTimeout(() => {
      latest.current(draft.trim())
      setDraft((now) => draftAfterSearch(now, draft))
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [draft])
  return {
    shown,
    write: (words: string) => setDraft(words),
    clear() {
      setDraft(undefined)
      onSearch('')
    },
    /** Without the pause. Gives the words. */
    searchNow(): string {
      const words = shown.trim()
      if (words !== value) onSearch(words)
      setDraft(undefined)
      return words
    },
  }
}
