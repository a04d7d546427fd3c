import { isLate, toOrderText } from '@/lib/domain/conversation/order'
import type { Author } from '@/lib/domain/message/author'
import {
  type Content,
  DELETED_PREVIEW,
  type MessageKind,
  textOf,
  toPreview,
} from '@/lib/domain/message/content'
import type { Delivery } from '@/lib/domain/message/delivery'
import { type FullMessage, writerOf } from '@/lib/domain/message/full-message'
import type { MessageContext } from '@/lib/domain/message/message-context'
import type { AgentRef } from '@/lib/domain/people/agent-ref'
import type { Said } from '@/lib/i18n/reason'
import { toIso } from './iso'
import { type MediaView, toMediaView } from './media-view'

/* What HTTP and the stream say of a message. Times are ISO 8601 in UTC. */

export interface MessageView {
  id: string
  conversationId: string
  feed: number
  author: Author
  agent?: AgentRef
  kind: MessageKind
  text?: string
  content: Content
  sentAt: string
  receivedAt: string
  /** Position in the thread: compare as strings, ascending. */
  order: string
  /** It came more than two minutes after it was sent. */
  late?: boolean
  delivery?: Delivery
  /** The reason of a failed or delayed message, in Stella's or the platform's own words. */
  error?: Said
  /** When Stella was last asked to send it. */
  attemptedAt?: string
  /** For a queued message that waits because Stella can't be reached: when it is tried next. */
  nextAttemptAt?: string
  /** A queued message that is held back until then, so that its writer can undo it. */
  heldUntil?: string
  /** A scheduled message: when it is sent. It stands outside the thread until then. */
  sendAt?: string
  /** A scheduled message that is given up when the member writes first. */
  unlessMemberWrites?: true
  platformMessageId?: string
  replyTo?: { platformMessageId: string; messageId?: string; preview?: Said; author?: Author }
  reactions: { emoji: string; author: Author; at: string }[]
  media: MediaView[]
  context?: MessageContext
  /** It was deleted on the platform: what it said is not shown. */
  deleted?: true
  /** It turned out to be a second sight of another line: take it off the screen. */
  removed?: true
}

/** A message as it stands in JSON. */
export function toMessageView(row: FullMessage): MessageView {
  return {
    id: row.id,
    conversationId: row.conversationId,
    feed: row.feed,
    author: row.author,
    agent: writerOf(row),
    ...contentPartOf(row),
    sentAt: toIso(row.sentAt),
    receivedAt: toIso(row.receivedAt),
    order: toOrderText(row),
    late: isLate(row) || undefined,
    delivery: row.delivery ?? undefined,
    error: row.error ?? undefined,
    attemptedAt: toIso(row.attemptedAt),
    nextAttemptAt: toIso(row.nextAttemptAt),
    heldUntil: toIso(row.heldUntil),
    sendAt: toIso(row.sendAt),
    unlessMemberWrites: row.unlessMemberWrites || undefined,
    platformMessageId: row.platformMessageId ?? undefined,
    replyTo: replyToOf(row),
    reactions: (row.reactions ?? []).map(toReaction),
    removed: row.removed || undefined,
  }
}

/** What a message says. Of a deleted one nothing leaves the server but that it was there. */
function contentPartOf(
  row: FullMessage,
): Pick<MessageView, 'kind' | 'content' | 'media'> & Partial<MessageView> {
  if (row.deletedAt !== null)
    return { kind: 'text', content: { type: 'text', text: '' }, media: [], deleted: true }
  return {
    kind: row.content.type,
    text: textOf(row.content),
    content: row.content,
    context: row.context ?? undefined,
    media: (row.media ?? []).map(toMediaView).sort(byPlaceIn(row.content)),
  }
}

function toReaction({ emoji, by, at }: { emoji: string; by: 'member' | 'us'; at: string }) {
  const author: Author = by === 'member' ? 'member' : 'api'
  return { emoji, author, at: new Date(at).toISOString() }
}

function replyToOf(row: FullMessage): MessageView['replyTo'] {
  if (!row.replyToPlatformId) return undefined
  return {
    platformMessageId: row.replyToPlatformId,
    messageId: row.targetId ?? undefined,
    author: row.targetAuthor ?? undefined,
    preview: targetPreview(row),
  }
}

function targetPreview({ targetContent, targetDeletedAt }: FullMessage): Said | undefined {
  if (!targetContent) return undefined
  return targetDeletedAt === null ? toPreview(targetContent) : DELETED_PREVIEW
}

function byPlaceIn(content: Content) {
  const ids = 'mediaIds' in content ? content.mediaIds : []
  return (a: MediaView, b: MediaView) => ids.indexOf(a.id) - ids.indexOf(b.id)
}
