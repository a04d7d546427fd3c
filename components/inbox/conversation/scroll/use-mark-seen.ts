'use client'

import { useEffect, useRef } from 'react'
import { useMarkRead } from '@/lib/client/conversation/conversations'
import type { LocalMessage } from '@/lib/client/message/bubble'
import type { ConversationView } from '@/lib/view/conversation-view'
import { useWatched } from '../thread/use-watched'

/** Marks a conversation as read up to its newest message once someone looks at its end. */
export function useMarkSeen(
  conversation: ConversationView,
  messages: LocalMessage[],
  atEnd: boolean,
) {
  const { mutate } = useMarkRead(conversation.id)
  const watched = useWatched()
  const marked = useRef<string>(undefined)
  const newest = messages.findLast((message) => !message.local)?.id
  const due = watched && atEnd && conversation.unread > 0

  useEffect(() => {
    if (!due || !newest || marked.current === newest) return
    marked.current = newest
    mutate(newest)
  }, [due, newest, mutate])
}
