import type { AgentSettings } from './agent-settings'
import type { Changes } from './conversation'

/** Something that a browser points out while nobody looks at it. */
export interface Notice {
  /** The same thing twice, from two tabs or a later change, is one notice. */
  tag: string
  title: string
  body: string
  conversationId: string
}

/** What is older is no news: it came with a reconnect. */
const NEWS_MS = 60_000

/** What of a frame somebody wants to be told, by their settings. */
export function noticesIn(
  { conversations, messages }: Changes,
  viewer: { id: string; settings: Pick<AgentSettings, 'notify'> },
  now: number,
): Notice[] {
  const { notify } = viewer.settings
  const isNews = (at: string | undefined) => at !== undefined && now - Date.parse(at) <= NEWS_MS
  return conversations.flatMap((conversation) => {
    const { id, member, owner, ownerSince, assignee, lastMessage } = conversation
    if (notify.waiting && owner === 'waiting' && isNews(ownerSince))
      return [
        {
          tag: `waiting:${id}:${ownerSince}`,
          title: `${member.name} is waiting`,
          body: lastMessage?.preview ?? '',
          conversationId: id,
        },
      ]
    if (!notify.mine || assignee?.id !== viewer.id) return []
    return messages
      .filter((line) => line.conversationId === id && line.author === 'member')
      .filter((line) => !line.removed && isNews(line.receivedAt))
      .map((line) => ({
        tag: `message:${line.id}`,
        title: member.name,
        body: line.text ?? lastMessage?.preview ?? '',
        conversationId: id,
      }))
  })
}
