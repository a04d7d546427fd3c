import type { Context } from '@/lib/context'
import { insertJobs, type JobPayloads } from '@/lib/db/jobs'
import { isWindowRefused, windowClosesAt } from '@/lib/domain/channel'
import type { Content } from '@/lib/domain/content'
import type { Delivery } from '@/lib/domain/delivery'
import type { OwnFact } from '@/lib/domain/fact'
import type { ReplyContent } from '@/lib/domain/reply-content'
import { getStellaTarget, type StellaTarget } from '@/lib/inbox/stella-target'
import { sendJob } from '@/lib/log/effects'
import { record } from '@/lib/log/fold'
import { inTime } from '@/lib/log/turn'
import { type StellaOutcome, sendResponse } from '@/lib/stella/client'
import { toMediaResponse } from '@/lib/stella/write-media'
import { toResponseObject } from '@/lib/stella/write-response'
import { findReplyFile } from './reply-files'

interface OutboxReply {
  id: string
  content: Content
  reply: ReplyContent | null
  delivery: Delivery
  nextAttemptAt: number | null
  delays: number
}

/**
 * The outbox of one conversation: its replies, oldest first, one at a time. Each is in the log as *attempted*
 * before Stella is called, so a process that dies in between leaves a trace: the next run finds *sending* and
 * calls it unconfirmed instead of sending it again (architecture.md "Sending").
 */
export async function sendReplies(
  ctx: Context,
  { conversationId }: JobPayloads['send-replies'],
): Promise<void> {
  for (;;) {
    const reply = await findNextReply(ctx, conversationId)
    if (!reply) return
    if (reply.delivery === 'sending') {
      await tell(ctx, conversationId, {
        type: 'reply.unconfirmed',
        messageId: reply.id,
        reason: 'We stopped before Stella answered.',
      })
      continue
    }
    if (reply.nextAttemptAt && reply.nextAttemptAt > Date.now()) {
      await insertJobs(ctx.sql, [sendJob(conversationId, reply.nextAttemptAt)])
      return
    }
    const delayed = await sendOne(ctx, conversationId, reply)
    if (delayed) return
  }
}

/** The queue runs one job of a conversation at a time, so a reply found *sending* belongs to a run that died. */
async function findNextReply(ctx: Context, conversationId: string) {
  const [reply] = await ctx.sql<OutboxReply[]>`
    select m.id, m.content, m.reply, m.delivery, m.next_attempt_at, (
      select count(*) from events e where e.conversation_id = m.conversation_id
        and e.kind = 'reply.delayed' and convert_from(e.body, 'UTF8')::jsonb->>'messageId' = m.id::text
    ) as delays
    from messages m
    where m.conversation_id = ${conversationId} and m.author = 'agent' and not m.echoed
      and m.delivery in ('queued', 'sending')
    order by m.sent_at, m.event_id, m.place limit 1`
  return reply
}

/** Tries one reply once. Gives true when it has to wait, and with it everything behind it. */
async function sendOne(ctx: Context, conversationId: string, reply: OutboxReply): Promise<boolean> {
  const target = await getStellaTarget(ctx, conversationId)
  const file = await findReplyFile(ctx, ctx.sql, reply.content)
  const content = file ? undefined : toReplyContent(reply)
  const blocked = (file && 'blocked' in file && file.blocked) || blockedBecause(target, content)
  if (blocked) {
    await tell(ctx, conversationId, { type: 'reply.refused', messageId: reply.id, reason: blocked })
    return false
  }
  if (!(await claim(ctx, conversationId, reply.id))) return false
  const outcome = await sendResponse(target.connection, {
    channelId: target.channelStellaId,
    recipientId: target.externalId,
    response: content
      ? toResponseObject(content, target.platform)
      : toMediaResponse(reply.content, file),
  })
  const fact = toFact(reply, outcome)
  await tell(ctx, conversationId, fact)
  if (fact.type !== 'reply.delayed') return false
  await insertJobs(ctx.sql, [sendJob(conversationId, fact.nextAttemptAt)])
  return true
}

/** Of a text the bubble says everything; anything else was kept as it goes to the platform. */
function toReplyContent({ content, reply }: OutboxReply): ReplyContent {
  if (reply) return reply
  if (content.type === 'text') return { type: 'text', text: content.text }
  throw new Error(`A queued reply of type ${content.type} has nothing to send`)
}

/** What was true when the agent wrote may have changed while the reply waited. A template may always go. */
function blockedBecause(target: StellaTarget, content?: ReplyContent): string | undefined {
  if (!target.authorized) return 'This channel was disconnected from Stella.'
  if (content?.type === 'template') return undefined
  const lastInboundAt = target.lastInboundAt ?? undefined
  const refusedAt = target.windowRefusedAt ?? undefined
  const closesAt = windowClosesAt(target.platform, lastInboundAt, refusedAt)
  const hasClosed = closesAt !== undefined && Date.now() >= closesAt
  return hasClosed || isWindowRefused(lastInboundAt, refusedAt)
    ? 'The 24-hour reply window closed before this could be sent.'
    : undefined
}

/** Logs the attempt, unless the reply was cancelled or confirmed since it was read. */
async function claim(ctx: Context, conversationId: string, messageId: string): Promise<boolean> {
  return inTime(ctx, async (tx) => {
    const rows = await tx`
      select 1 from messages where id = ${messageId} and delivery = 'queued' and not echoed`
    if (rows.length === 0) return false
    await record(tx, { type: 'reply.attempted', messageId }, { conversationId })
    return true
  })
}

const DELAY_MIN_MS = 2_000
const DELAY_MAX_MS = 60_000

function toFact(
  reply: OutboxReply,
  outcome: StellaOutcome<{ platformMessageId?: string }>,
): Extract<OwnFact, { type: `reply.${string}` }> {
  const messageId = reply.id
  switch (outcome.kind) {
    case 'ok':
      return { type: 'reply.sent', messageId, ...outcome.value }
    case 'refused':
      return { type: 'reply.refused', messageId, reason: outcome.reason }
    case 'unclear':
      return { type: 'reply.unconfirmed', messageId, reason: outcome.reason }
    case 'unreached': {
      const backOff = Math.min(DELAY_MAX_MS, DELAY_MIN_MS * 2 ** reply.delays)
      // Up to a fifth more, so that conversations that waited together don't come back together.
      const jittered = backOff * (1 + Math.random() / 5)
      const nextAttemptAt = Math.round(Date.now() + Math.max(jittered, outcome.retryAfterMs ?? 0))
      return { type: 'reply.delayed', messageId, reason: outcome.reason, nextAttemptAt }
    }
  }
}

async function tell(ctx: Context, conversationId: string, fact: OwnFact) {
  await inTime(ctx, (tx) => record(tx, fact, { conversationId }))
}
