import { isCancelled } from '@/lib/domain/reply/reply'
import { quotedIn, type Said } from '@/lib/i18n/reason'
import type { Changes } from '@/lib/view/changes'
import type { ConversationView } from '@/lib/view/conversation-view'

/** Something that a person has to hear of at once, wherever in the inbox they are. */
export interface News {
  kind: 'given' | 'taken' | 'not-sent'
  /** The same thing twice, from two frames or tabs, is one. */
  tag: string
  title: string
  body: Said
  conversationId: string
}

/** What is older is no news: it came with a reconnect. */
const NEWS_MS = 60_000

interface Reader {
  id: string
  name: string
}

interface Known {
  /** A conversation as this browser knew it before the frame. */
  conversation: (id: string) => ConversationView | undefined
}

/**
 * What a frame tells a person that concerns them and that they did not do: a conversation was given to them or taken from them,
 * or a reply of theirs did not arrive.
 */
export function newsIn(changes: Changes, reader: Reader, known: Known, now: number): News[] {
  const hands = changes.conversations.flatMap(
    (conversation) => toHand(changes, conversation, reader, known, now) ?? [],
  )
  return [...hands, ...failuresIn(changes, reader, known)]
}

function toHand(
  changes: Changes,
  conversation: ConversationView,
  reader: Reader,
  known: Known,
  now: number,
): News | undefined {
  const { id, ownerSince, ownerWhy, assignee, member } = conversation
  const wasMine = isHeldBy(known.conversation(id), reader.id)
  const isMine = isHeldBy(conversation, reader.id)
  const isNew = now - Date.parse(ownerSince ?? '') <= NEWS_MS
  if (isMine === wasMine || !isNew) return undefined
  const by = ownerWhy === 'took-over' ? assignee?.name : byOf(changes, id)
  if (by === undefined || by === reader.name) return undefined
  const base = { tag: `${id}:${ownerSince}`, conversationId: id }
  if (isMine)
    return {
      ...base,
      kind: 'given',
      title: `${by} transferred ${member.name} to you`,
      body: conversation.lastMessage?.preview ?? '',
    }
  const words = {
    'took-over': `${by} took over ${member.name} from you`,
    assigned: `${by} transferred ${member.name} from you to ${assignee?.name ?? 'somebody else'}`,
    unassigned: `${by} returned ${member.name} to the queue`,
  }
  const title = Object.entries(words).find(([why]) => why === ownerWhy)?.[1]
  if (!title) return undefined
  return { ...base, kind: 'taken', title, body: 'What you have written stays in the box.' }
}

function isHeldBy(conversation: ConversationView | undefined, agentId: string): boolean {
  return conversation?.owner === 'agent' && conversation.assignee?.id === agentId
}

/** Who gave the talk to somebody, or back to the queue. */
function byOf({ activities }: Changes, conversationId: string): string | undefined {
  const given = activities.findLast(
    (activity) =>
      activity.conversationId === conversationId &&
      (activity.kind === 'assigned' || activity.kind === 'unassigned'),
  )
  return given?.detail && quotedIn(given.detail)
}

function failuresIn({ conversations, messages }: Changes, reader: Reader, known: Known): News[] {
  const failed = messages.filter(
    ({ author, agent, delivery, removed, error }) =>
      author === 'agent' &&
      agent?.id === reader.id &&
      delivery === 'failed' &&
      !removed &&
      !isCancelled(error),
  )
  return failed.map(({ id, attemptedAt, conversationId, error }) => {
    const conversation =
      conversations.find((each) => each.id === conversationId) ?? known.conversation(conversationId)
    const name = conversation?.member.name ?? 'a member'
    return {
      kind: 'not-sent',
      tag: `${id}:${attemptedAt ?? ''}`,
      title: `Your reply to ${name} was not sent`,
      body: error ? quotedIn(error) : 'No reason was given.',
      conversationId,
    }
  })
}
