'use client'

import { type Content, textOf, toPreview } from '@/lib/domain/message/content'
import type { AgentRef } from '@/lib/domain/people/agent-ref'
import type { ReplyInput } from '@/lib/domain/reply/schema/reply-schema'
import type { Said } from '@/lib/i18n/reason'
import type { UploadView } from '@/lib/view/media-view'
import type { MessageView } from '@/lib/view/message-view'
import type { Attachment } from '../reply/attachments/attachment'

/** A message, or a reply that only this browser knows: on its way to our server, or not taken by it yet. */
export type LocalMessage = MessageView & {
  local?: 'posting' | 'not-posted'
  localError?: Said
  /** The file it carries, as it stood in the composer. */
  localFile?: Attachment
  /** What was posted, where the bubble shows less than that. */
  posted?: ReplyInput['content']
  /** The newest change its writer had seen. */
  seenFeed?: number
}

/** A reply as it shows until the server's own is there. The id made here stays the message's id for ever. */
export function toBubble(
  conversationId: string,
  agent: AgentRef,
  posted: ReplyInput['content'],
  shown: Content,
  upload?: UploadView,
): LocalMessage {
  const now = new Date().toISOString()
  return {
    id: crypto.randomUUID(),
    conversationId,
    feed: 0,
    author: 'agent',
    agent: { id: agent.id, name: agent.name },
    kind: shown.type,
    text: textOf(shown),
    content: shown,
    posted,
    sentAt: now,
    receivedAt: now,
    // Sorts behind every place the server gives.
    order: `~${now}`,
    delivery: 'queued',
    reactions: [],
    media: upload ? [{ ...upload, state: 'stored' }] : [],
    local: 'posting',
  }
}

/** What the reply answers; undefined where the platform gave that no id. */
export function toQuote(target: MessageView | undefined): MessageView['replyTo'] {
  if (!target?.platformMessageId) return undefined
  const { id: messageId, platformMessageId, author, content } = target
  return { platformMessageId, messageId, author, preview: toPreview(content) }
}
