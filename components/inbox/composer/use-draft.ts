'use client'

import { useEffect, useState } from 'react'
import { DRAFT } from '@/lib/client/kept-here'
import { readOwn, writeOwn } from '@/lib/client/own-storage'

/** The words an agent has begun to write in a conversation, kept in this browser until they are sent. */
export function useDraft(conversationId: string): [string, (text: string) => void] {
  const [text, setText] = useState('')
  // Read after the first paint: the server that renders the page knows nothing of this browser's drafts.
  useEffect(() => setText(read(conversationId)), [conversationId])
  return [
    text,
    (next) => {
      setText(next)
      write(conversationId, next)
    },
  ]
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
