'use client'

import { useEffect } from 'react'
import { useConversationList, useCounts } from '@/lib/client/conversation/conversations'

const NAME = 'stella-inbox'

/** Puts into the tab's title how many members wait for somebody, or for me. */
export function useTitle() {
  const waiting = useCounts().data?.waiting ?? 0
  const { conversations } = useConversationList({ view: 'mine' })
  const unread = conversations.filter((conversation) => conversation.unread > 0).length
  const open = waiting + unread
  useEffect(() => {
    document.title = open > 0 ? `(${open}) ${NAME}` : NAME
  }, [open])
}
