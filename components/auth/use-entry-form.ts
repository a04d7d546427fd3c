'use client'

import { type FormEvent, useState } from 'react'
import { useHydrated } from '@/components/ui/use-hydrated'
import type { Said } from '@/lib/i18n/reason'
import { useTranslator } from '@/lib/i18n/use-translator'

/**
 * A form that ends signed in. `enter` gets what was typed, by the fields' names, and gives why it didn't work, or
 * undefined when it did; then the page at `goTo`, an address of ours, is loaded.
 */
export function useEntryForm(
  enter: (read: (field: string) => string) => Promise<Said | undefined>,
  goTo: string,
) {
  const { say } = useTranslator()
  const [error, setError] = useState<Said>()
  const [pending, setPending] = useState(false)
  const isHydrated = useHydrated()

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (pending) return
    const form = new FormData(event.currentTarget)
    setPending(true)
    setError(undefined)
    const failure = await enter((field) => String(form.get(field)))
    // A full load: the page behind the door must be drawn for the person who came in.
    if (failure === undefined) return window.location.assign(goTo)
    setError(failure)
    setPending(false)
  }

  return { error: error && say(error), pending, isHydrated, submit }
}
