import type { ExternalToast } from 'sonner'

/** How a toast differs from a plain one. */
export type ToastOptions = ExternalToast

/** One short message about what just happened. */
export interface Toast {
  id: string | number
  words: string
  isProblem: boolean
  options: ToastOptions
}

interface ToastScreen {
  show: (toast: Toast) => void
  dismiss: (id: Toast['id']) => void
}

let screen: ToastScreen | undefined
let waiting: readonly Toast[] = []
const listeners = new Set<() => void>()
let count = 0

/** Says in a few words what just happened. Gives an id, by which it can be taken away. */
export function toast(words: string, options: ToastOptions = {}): Toast['id'] {
  return say({ words, isProblem: false, options })
}

/** The same about something that did not work. */
export function toastProblem(words: string, options: ToastOptions = {}): Toast['id'] {
  return say({ words, isProblem: true, options })
}

/** Takes one away. */
export function dismissToast(id: Toast['id']) {
  setWaiting(waiting.filter((toast) => toast.id !== id))
  screen?.dismiss(id)
}

/** Where toasts are shown from now on, those first that waited for it. Gives how to stop. */
export function showToastsOn(shown: ToastScreen): () => void {
  screen = shown
  for (const toast of waiting) shown.show(toast)
  setWaiting([])
  return () => {
    if (screen === shown) screen = undefined
  }
}

/** Those that wait until they can be shown: what shows them is not part of a page's first load. */
export function waitingToasts(): readonly Toast[] {
  return waiting
}

/** Hears when some wait, or none any more. Gives how to stop. */
export function subscribeToToasts(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function say(said: Omit<Toast, 'id'>): Toast['id'] {
  count += 1
  const id = said.options.id ?? `toast-${count}`
  const toast: Toast = { ...said, id }
  if (screen) screen.show(toast)
  else setWaiting([...waiting.filter((other) => other.id !== id), toast])
  return id
}

function setWaiting(next: readonly Toast[]) {
  waiting = next
  for (const listener of listeners) listener()
}
