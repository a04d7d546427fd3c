'use client'

import { useEffect, useState } from 'react'
import { DRAFT } from '@/lib/client/browser/kept-here'
import { ownName, readOwn, writeOwn } from '@/lib/client/browser/own-storage'

/** The words an agent has begun to write in a conversation, kept in this browser until they are sent. */
export function useDraft(conversationId: string): [string, (text: string) => void] {
  const [text, setText] = useState('')
  // Read after the first paint: the server that renders the page knows nothing of this browser's drafts.
  useEffect(() => setText(read(conversationId)), [conversationId])
  useEffect(() => onDraft(conversationId, setText), [conversationId])
  return [
    text,
    (next) => {
      setText(next)
      write(conversationId, next)
    },
  ]
}

/**
 * What another tab makes of the same draft is the draft here too: sent there, it is not offered here once more. Words
 * that differ from the draft before that are this tab's own and stay.
 */
function onDraft(conversationId: string, change: (by: (text: string) => string) => void) {
  const hear = ({ key, oldValue, newValue }: StorageEvent) => {
    if (key !== ownName(nameOf(conversationId))) return
    change((text) => (text === (oldValue ?? '') ? (newValue ?? '') : text))
  }
  window.addEventListener('storage', hear)
  return () => window.removeEventListener('storage', hear)
}

function nameOf(conversationId: string): string {
  return `${DRAFT}${conversationId}`
}

function read(conversationId: string): string {
  return readOwn(nameOf(conversationId)) ?? ''
}

function write(conversationId: string, text: string) {
  writeOwn(nameOf(conversationId), text || undefined)
}
