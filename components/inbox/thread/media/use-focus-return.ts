'use client'

import { useRef } from 'react'

/**
 * For a dialog that opens without a trigger of its own: the pane takes the focus, because on a button its tooltip would
 * take the first Esc, and whoever had it before gets it back.
 */
export function useFocusReturn() {
  const before = useRef<HTMLElement>(null)
  return {
    onOpenAutoFocus(event: Event) {
      event.preventDefault()
      const { activeElement } = document
      before.current = activeElement instanceof HTMLElement ? activeElement : null
      if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus()
    },
    onCloseAutoFocus(event: Event) {
      event.preventDefault()
      before.current?.focus()
    },
  }
}
