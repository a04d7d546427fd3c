import { personId } from '../browser/own-storage'

/** Who is signed in in this browser, for its other tabs. Only an id, and gone when they sign out. */
const KEY = 'stella-inbox person'

/**
 * Loads this page anew as soon as somebody else is signed in in this browser, or nobody: what it shows, and what it would
 * send, is another person's. Looks when another tab says so, and when the page comes back from wherever it slept. `drawnFor` is
 * whom the server drew the newest part of the page for. Returns a function that stops looking.
 */
export function watchPerson(drawnFor: string): () => void {
  if (drawnFor !== personId()) window.location.reload()
  else announce(drawnFor)
  const look = () => {
    if (hasChanged()) window.location.reload()
  }
  const onStorage = ({ key }: StorageEvent) => (key === KEY || key === null) && look()
  const onShow = ({ persisted }: PageTransitionEvent) => persisted && look()
  window.addEventListener('storage', onStorage)
  window.addEventListener('pageshow', onShow)
  document.addEventListener('visibilitychange', look)
  return () => {
    window.removeEventListener('storage', onStorage)
    window.removeEventListener('pageshow', onShow)
    document.removeEventListener('visibilitychange', look)
  }
}

/** Tells the other tabs who is signed in from now on; undefined: nobody. */
export function announce(id: string | undefined): void {
  try {
    if (id === undefined) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, id)
  } catch {
    // Where storage is forbidden the server still refuses what one person's page asks in another's name.
  }
}

function hasChanged(): boolean {
  try {
    return localStorage.getItem(KEY) !== (personId() ?? null)
  } catch {
    return false
  }
}
