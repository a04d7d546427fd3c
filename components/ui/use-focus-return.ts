'use client'

import { useRef } from 'react'

/** What had the focus last, kept also when it has left the page since, as an entry of a menu has when it is chosen. */
let last: Element | undefined
if (typeof document !== 'undefined')
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof Element) last = target
  })

/** To whom each dialog gives the focus back. One that opens as another closes takes its place. */
const openers = new WeakMap<Element, HTMLElement[]>()

/**
 * Where the focus goes when a dialog opens and when it closes. `first` gives what has it at the beginning; without one
 * the pane itself has it: on a button its tooltip would take the first Esc.
 */
export function useFocusReturn(first: (pane: HTMLElement) => HTMLElement | null = itself) {
  const back = useRef<HTMLElement[]>([])
  return {
    onOpenAutoFocus(event: Event) {
      event.preventDefault()
      const pane = event.currentTarget
      if (!(pane instanceof HTMLElement)) return
      back.current = openersOf(last)
      openers.set(pane, back.current)
      const begin = first(pane) ?? pane
      begin.focus()
    },
    onCloseAutoFocus(event: Event) {
      event.preventDefault()
      back.current.find((element) => element.isConnected)?.focus()
    },
  }
}

function itself(pane: HTMLElement) {
  return pane
}

/** What had the focus; where it is gone by then, the button of its menu, or what its dialog had the focus from. */
function openersOf(element: Element | undefined): HTMLElement[] {
  const menu = element?.closest('[role=menu]')
  const button = menu && document.getElementById(menu.getAttribute('aria-labelledby') ?? '')
  const dialog = element?.closest('[role=dialog]')
  const found = [element, button, ...(dialog ? (openers.get(dialog) ?? []) : [])]
  return found.filter((each) => each instanceof HTMLElement)
}
