import type { Said } from '@/lib/i18n/reason'
import type { Content } from '../message/content'
import type { MediaSource } from '../message/file-facts'
import type { ReplyContent } from './reply-content'

/** What becomes of a reply, from being written to being sent or given up. */
export type ReplyFact =
  | {
      type: 'reply.queued'
      messageId: string
      conversationId: string
      /** Absent: we wrote it by ourselves, because a timer ran out. */
      agentId?: string
      /** Its bubble. */
      content: Content
      /** The files of the content, in order; absent where it has none. */
      media?: MediaSource[]
      /** Held back until then (epoch ms), so that its writer can undo it; those behind it wait too. */
      heldUntil?: number
      /** To be sent then (epoch ms); until then it holds nobody up and stands outside the thread. */
      sendAt?: number
      /** With `sendAt`: given up when the member writes first. */
      unlessMemberWrites?: boolean
      /** The platform's id of the message that this one answers. Stella's API carries no quote (Facts §4). */
      replyToPlatformId?: string
      /** What goes to the platform; absent for a text, of which the bubble says everything. */
      reply?: ReplyContent
    }
  | {
      type: 'reply.rescheduled'
      messageId: string
      content: Content
      sendAt: number
      unlessMemberWrites: boolean
    }
  /** Its time has come, or a person said "now": it goes on as any queued reply. */
  | { type: 'reply.due'; messageId: string }
  /** Its writer took it back before it was attempted: it is shown nowhere. */
  | { type: 'reply.withdrawn'; messageId: string }
  | { type: 'reply.attempted'; messageId: string }
  | { type: 'reply.sent'; messageId: string; platformMessageId?: string }
  | { type: 'reply.refused'; messageId: string; reason: Said }
  | { type: 'reply.delayed'; messageId: string; reason: Said; nextAttemptAt: number }
  | { type: 'reply.unconfirmed'; messageId: string; reason: Said }
  /** An agent's word on a reply: send it once more, it did arrive, or never mind. */
  | { type: 'reply.requeued'; messageId: string }
  | { type: 'reply.confirmed'; messageId: string }
  | { type: 'reply.cancelled'; messageId: string }
