'use client'

import { useState } from 'react'
import type { ConversationView } from '@/lib/view/conversation-view'
import type { MessageView } from '@/lib/view/message-view'
import { findUnreadFrom } from './unread-from'

/** What was unread when this visit began. Fixed from the moment the thread is there, so the divider stays put. */
export function useVisitStart(
  conversation: ConversationView,
  messages: MessageView[],
  isLoading: boolean,
): { unreadFrom?: string } | undefined {
  const [start, setStart] = useState<{ unreadFrom?: string }>()
  if (start || isLoading) return start
  const begun = { unreadFrom: findUnreadFrom(messages, conversation.unread) }
  setStart(begun)
  return begun
}
