'use client'

import { useEffect, useState } from 'react'

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
    if (key !== keyOf(conversationId)) return
    change((text) => (text === (oldValue ?? '') ? (newValue ?? '') : text))
  }
  window.addEventListener('storage', hear)
  return () => window.removeEventListener('storage', hear)
}

function keyOf(conversationId: string): string {
  return `draft of ${conversationId}`
}

function read(conversationId: string): string {
  try {
    return localStorage.getItem(keyOf(conversationId)) ?? ''
  } catch {
    // Storage may be forbidden; the draft then lives as long as the pane.
    return ''
  }
}

function write(conversationId: string, text: string) {
  try {
    if (text) localStorage.setItem(keyOf(conversationId), text)
    else localStorage.removeItem(keyOf(conversationId))
  } catch {
    // Storage may be full or forbidden; what is on screen still counts.
  }
}
