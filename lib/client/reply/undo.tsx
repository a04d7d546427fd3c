'use client'

import { useSyncExternalStore } from 'react'
import { dismissToast, toast } from '@/lib/client/browser/toast'
import { useTranslator } from '@/lib/i18n/use-translator'

/** For so long what was just done can be taken back. */
const UNDO_MS = 10_000

interface Offer {
  undo: () => void
}

let offer: Offer | undefined
const listeners = new Set<() => void>()

/** Says what was done and offers to undo it, by a button and by key, wherever the person goes meanwhile. */
export function offerUndo(words: string, undo: () => void) {
  const made: Offer = {
    undo() {
      withdraw()
      dismissToast(shown)
      undo()
    },
  }
  const withdraw = () => offer === made && setOffer(undefined)
  const shown = toast(words, {
    duration: UNDO_MS,
    // It stays for long: under the list, where it covers nothing that is read or written.
    position: matchMedia('(min-width: 768px)').matches ? 'bottom-left' : undefined,
    action: { label: <UndoLabel />, onClick: made.undo },
    onAutoClose: withdraw,
    onDismiss: withdraw,
  })
  setOffer(made)
}

/** The toast is drawn among the words of the screen: who offers needs none. */
function UndoLabel() {
  return useTranslator().t('common.undo')
}

/** What can be undone now. */
export function useUndoOffer(): Offer | undefined {
  return useSyncExternalStore(subscribe, read, readNothing)
}

function setOffer(next: Offer | undefined) {
  offer = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function read() {
  return offer
}

function readNothing() {
  return undefined
}
