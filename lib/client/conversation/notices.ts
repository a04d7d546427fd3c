import type { AgentSettings } from '@/lib/domain/people/agent-settings'
import type { Said } from '@/lib/i18n/reason'
import type { Changes } from '@/lib/view/changes'

/** Something that a browser points out while nobody looks at it. */
export interface Notice {
  /** The same thing twice, from two tabs or a later change, is one notice. */
  tag: string
  title: string
  body: Said
  conversationId: string
}

/** What is older is no news: it came with a reconnect. */
const NEWS_MS = 60_000

/** The members' lines of a frame in conversations of mine, where I asked to be told of them. */
export function noticesIn(
  { conversations, messages }: Changes,
  viewer: { id: string; settings: Pick<AgentSettings, 'notifyMine'> },
  now: number,
): Notice[] {
  if (!viewer.settings.notifyMine) return []
  const mine = new Map(
    conversations
      .filter(({ assignee }) => assignee?.id === viewer.id)
      .map((conversation) => [conversation.id, conversation]),
  )
  return messages
    .filter(({ author, removed }) => author === 'member' && !removed)
    .filter(({ receivedAt }) => now - Date.parse(receivedAt) <= NEWS_MS)
    .flatMap(({ id, conversationId, text }) => {
      const conversation = mine.get(conversationId)
      if (!conversation) return []
      const body = text ?? conversation.lastMessage?.preview ?? ''
      return { tag: `message:${id}`, title: conversation.member.name, body, conversationId }
    })
}
