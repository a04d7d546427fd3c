'use client'

/** What had the focus lately, the newest last; the page itself where nothing had it. */
const recent: Element[] = []
const RECENT_MAX = 20

if (typeof document !== 'undefined') {
  document.addEventListener('focusin', ({ target }) => note(target))
  // Only where it was given up: what leaves the page with the focus, as a dialog does, has not been left by anybody.
  document.addEventListener('focusout', ({ target, relatedTarget }) => {
    if (relatedTarget) return
    queueMicrotask(() => {
      const isLeft = document.activeElement === document.body
      if (isLeft && target instanceof Element && target.isConnected) note(document.body)
    })
  })
}

/**
 * Where the focus goes when a dialog opens and when it closes: back to what had it before. `first` gives what has it at
 * the beginning; without one the pane itself has it: on a button its tooltip would take the first Esc.
 */
export function useFocusReturn(first: (pane: HTMLElement) => HTMLElement | null = itself) {
  return {
    onOpenAutoFocus(event: Event) {
      event.preventDefault()
      const pane = event.currentTarget
      if (!(pane instanceof HTMLElement)) return
      const begin = first(pane) ?? pane
      begin.focus()
    },
    onCloseAutoFocus(event: Event) {
      event.preventDefault()
      const pane = event.currentTarget
      const outside = recent.filter((element) => !(pane instanceof Node && pane.contains(element)))
      const before = outside
        .toReversed()
        .map(standIn)
        .find((element) => element?.isConnected)
      if (before instanceof HTMLElement) before.focus()
    },
  }
}

function itself(pane: HTMLElement) {
  return pane
}

function note(target: EventTarget | null) {
  if (!(target instanceof Element) || recent.at(-1) === target) return
  recent.push(target)
  if (recent.length > RECENT_MAX) recent.shift()
}

/** An entry of a menu is gone once it is chosen: the menu's button stands in for it. */
function standIn(element: Element): Element | null {
  const menu = element.closest('[role=menu]')
  return menu ? document.getElementById(menu.getAttribute('aria-labelledby') ?? '') : element
}
