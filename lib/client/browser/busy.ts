import { countUnposted } from '../reply/unposted'
import { isAtWork } from './under-way'
import { isUnsaved } from './unsaved'

/** What lies over a page: a dialog, a menu, a list of choices. */
const OVERLAYS = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]'

/**
 * Whether loading this page anew now would lose something or break it off: what is under way, a reply that the server does
 * not have, what is typed and not kept, what lies open over the page, a sound that plays.
 */
export function isBusy(): boolean {
  return (
    isAtWork() ||
    countUnposted() > 0 ||
    isUnsaved() ||
    document.querySelector(OVERLAYS) !== null ||
    isTyped(document.activeElement) ||
    [...document.querySelectorAll('audio,video')].some(isPlaying)
  )
}

/** A field with words in it, unless they are kept in this browser (`data-kept`), as drafts are. */
function isTyped(element: Element | null): boolean {
  if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)) return false
  return element.value !== '' && element.closest('[data-kept]') === null
}

function isPlaying(element: Element): boolean {
  return element instanceof HTMLMediaElement && !element.paused
}
