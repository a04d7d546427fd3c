import type { Content } from '@/lib/domain/message/content'
import type { Delivery } from '@/lib/domain/message/delivery'
import type { ReplyContent } from '@/lib/domain/reply/reply-content'
import type { Queryable } from '../client'

/** A reply as the outbox sees it; times in epoch ms. */
export interface OutboxReply {
  id: string
  conversationId: string
  content: Content
  reply: ReplyContent | null
  delivery: Delivery
  heldUntil: number | null
  attemptedAt: number | null
  nextAttemptAt: number | null
  /** Null: a timer wrote it. */
  agentId: string | null
  sentAt: number
}

/** The oldest reply of a conversation that is to be sent, or whose sending was begun. */
export async function findNextReply(
  sql: Queryable,
  conversationId: string,
): Promise<OutboxReply | undefined> {
  const [reply] = await sql<OutboxReply[]>`
    select m.id, m.conversation_id, m.content, m.reply, m.delivery, m.held_until,
      m.attempted_at, m.next_attempt_at, m.agent_id, m.sent_at from messages m
    where m.conversation_id = ${conversationId} and m.author = 'agent' and not m.echoed
      and not m.removed and m.send_at is null and m.delivery in ('queued', 'sending')
    order by m.sent_at, m.event_id, m.place limit 1`
  return reply
}

/** Every conversation with such a reply. */
export async function listConversationsToSend(sql: Queryable): Promise<string[]> {
  const rows = await sql<{ conversationId: string }[]>`
    select distinct conversation_id from messages
    where author = 'agent' and not echoed and not removed and send_at is null
      and delivery in ('queued', 'sending')`
  return rows.map((row) => row.conversationId)
}

/** Every reply that waits for its time, in epoch ms. */
export async function listScheduledReplies(
  sql: Queryable,
): Promise<{ conversationId: string; id: string; sendAt: number }[]> {
  return sql<{ conversationId: string; id: string; sendAt: number }[]>`
    select conversation_id, id, send_at from messages where send_at is not null and not removed`
}
