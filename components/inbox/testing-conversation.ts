import type { ConversationView } from '@/lib/view/conversation-view'
import type { MessageView } from '@/lib/view/message-view'

export const ANA = { id: 'ana', name: 'Ana' }

const SINCE = '2026-11-21T09:00:00.000Z'

/** Roy writes over WhatsApp and Ana answers him. */
export function conversationOf(more: Partial<ConversationView> = {}): ConversationView {
  return {
    id: 'roy',
    feed: 1,
    channel: { id: 'shop', name: 'Shop HK', platform: 'whatsapp', authorized: true },
    member: { id: 'member-roy', externalId: '85260903521', name: 'Roy', tags: [] },
    owner: 'agent',
    assignee: ANA,
    liveChat: true,
    status: 'open',
    tags: [],
    unread: 0,
    lastActivityAt: SINCE,
    ...more,
  }
}

/** A text that Roy wrote. */
export function messageOf(more: Partial<MessageView> = {}): MessageView {
  return {
    id: 'm1',
    conversationId: 'roy',
    feed: 1,
    author: 'member',
    kind: 'text',
    text: 'Hello',
    content: { type: 'text', text: 'Hello' },
    sentAt: SINCE,
    receivedAt: SINCE,
    order: SINCE,
    reactions: [],
    media: [],
    ...more,
  }
}
