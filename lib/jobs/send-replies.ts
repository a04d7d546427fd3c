import type { Context } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { insertJobs, type JobPayloads } from '@/lib/db/jobs'
import { isWindowRefused, windowClosesAt } from '@/lib/domain/channel'
import type { Content } from '@/lib/domain/content'
import type { Delivery } from '@/lib/domain/delivery'
import type { OwnFact } from '@/lib/domain/fact'
import { CHANNEL_PAUSED } from '@/lib/domain/reply'
import type { ReplyContent } from '@/lib/domain/reply-content'
import { askPassage, endProbe, prolongPause, rest } from '@/lib/inbox/pauses'
import { getStellaTarget, type StellaTarget } from '@/lib/inbox/stella-target'
import { sendJob } from '@/lib/log/effects'
import { record } from '@/lib/log/fold'
import { inTime } from '@/lib/log/turn'
import { sendResponse } from '@/lib/stella/client'
import type { StellaOutcome } from '@/lib/stella/outcome'
import { toMediaResponse } from '@/lib/stella/write-media'
import { toResponseObject } from '@/lib/stella/write-response'
import { findReplyFile, type ReplyFile } from './reply-files'

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
    const step = await inTime(ctx, (tx) => takeNext(ctx, tx, conversationId))
    if (step === 'done') return
    if (step === 'again') continue
    const { reply, target, file } = step
    const outcome = await sendResponse(target.connection, {
      channelId: target.channelStellaId,
      recipientId: target.externalId,
      response: file
        ? toMediaResponse(reply.content, file)
        : toResponseObject(toReplyContent(reply), target.platform),
    })
    await inTime(ctx, (tx) => conclude(tx, step, outcome))
  }
}

interface OutboxReply {
  id: string
  conversationId: string
  content: Content
  reply: ReplyContent | null
  delivery: Delivery
  heldUntil: number | null
  /** Null: a timer wrote it. */
  agentId: string | null
  sentAt: number
}

interface Attempt {
  reply: OutboxReply
  target: StellaTarget
  isProbe: boolean
  file: ReplyFile
}

/**
 * Decides about the first reply that waits, under the fold lock: whoever cancels, undoes or adds one at the same
 * time comes before this or after it. Where it has to wait, the job is there again at that time.
 */
async function takeNext(
  ctx: Context,
  tx: Transaction,
  conversationId: string,
): Promise<Attempt | 'again' | 'done'> {
  const reply = await findNextReply(tx, conversationId)
  if (!reply) return 'done'
  if (reply.delivery === 'sending') {
    const reason = 'We stopped before Stella answered.'
    await tell(tx, reply, { type: 'reply.unconfirmed', messageId: reply.id, reason })
    return 'again'
  }
  const now = Date.now()
  if (reply.heldUntil && reply.heldUntil > now) return wait(tx, conversationId, reply.heldUntil)
  const target = await getStellaTarget(ctx, conversationId, tx)
  const file = await findReplyFile(ctx, tx, reply.content)
  const content = file ? undefined : toReplyContent(reply)
  const unsendable = file && 'blocked' in file ? file.blocked : undefined
  const blocked =
    unsendable ?? overtakenBecause(reply, target) ?? blockedBecause(target, content, now)
  if (blocked) {
    await tell(tx, reply, { type: 'reply.refused', messageId: reply.id, reason: blocked })
    return 'again'
  }
  const passage = await askPassage(tx, target.connectionId, now)
  if (passage.kind === 'closed') return wait(tx, conversationId, passage.until)
  await tell(tx, reply, { type: 'reply.attempted', messageId: reply.id })
  return { reply, target, isProbe: passage.kind === 'probe', file }
}

/** The queue runs one job of a conversation at a time, so a reply found *sending* belongs to a run that died. */
async function findNextReply(tx: Transaction, conversationId: string) {
  const [reply] = await tx<OutboxReply[]>`
    select m.id, m.conversation_id, m.content, m.reply, m.delivery, m.held_until, m.agent_id, m.sent_at
    from messages m
    where m.conversation_id = ${conversationId} and m.author = 'agent' and not m.echoed
      and not m.removed and m.send_at is null and m.delivery in ('queued', 'sending')
    order by m.sent_at, m.event_id, m.place limit 1`
  return reply
}

/** Of a text the bubble says everything; anything else was kept as it goes to the platform. */
function toReplyContent({ content, reply }: OutboxReply): ReplyContent {
  if (reply) return reply
  if (content.type === 'text') return { type: 'text', text: content.text }
  throw new Error(`A queued reply of type ${content.type} has nothing to send`)
}

/**
 * A text that nobody wrote says how things are from now on. When it had to wait and a person was asked for or came
 * meanwhile, it would be wrong (decision 0012).
 */
function overtakenBecause(
  { agentId, sentAt }: OutboxReply,
  { owner, ownerSince }: StellaTarget,
): string | undefined {
  const hasPerson = owner === 'agent' || owner === 'waiting'
  return agentId === null && hasPerson && (ownerSince ?? 0) > sentAt
    ? 'A person was asked for before this could be said.'
    : undefined
}

/** What was true when the agent wrote may have changed while the reply waited. A template may always go. */
function blockedBecause(
  target: StellaTarget,
  content: ReplyContent | undefined,
  now: number,
): string | undefined {
  if (!target.authorized) return 'This channel was disconnected from Stella.'
  if (target.pausedAt !== null) return CHANNEL_PAUSED
  if (content?.type === 'template') return undefined
  const lastInboundAt = target.lastInboundAt ?? undefined
  const refusedAt = target.windowRefusedAt ?? undefined
  const closesAt = windowClosesAt(target.platform, lastInboundAt, refusedAt)
  const hasClosed = closesAt !== undefined && now >= closesAt
  return hasClosed || isWindowRefused(lastInboundAt, refusedAt)
    ? 'The 24-hour reply window closed before this could be sent.'
    : undefined
}

async function wait(tx: Transaction, conversationId: string, until: number): Promise<'done'> {
  await insertJobs(tx, [sendJob(conversationId, until)])
  return 'done'
}

type SendOutcome = StellaOutcome<{ platformMessageId?: string }>

/** What came of the attempt, for the reply and for everything else that waits for the same connection. */
async function conclude(
  tx: Transaction,
  { reply, target, isProbe }: Attempt,
  outcome: SendOutcome,
) {
  const { id: messageId } = reply
  const { connectionId } = target
  const now = Date.now()
  switch (outcome.kind) {
    case 'ok':
      await tell(tx, reply, { type: 'reply.sent', messageId, ...outcome.value })
      if (isProbe) await endProbe(tx, connectionId)
      if (outcome.pauseMs) {
        const reason = 'Stella’s limit of calls is used up.'
        await rest(tx, { connectionId, pauseMs: outcome.pauseMs, reason }, now)
      }
      return
    case 'refused':
      await tell(tx, reply, { type: 'reply.refused', messageId, reason: outcome.reason })
      if (isProbe) await endProbe(tx, connectionId)
      return
    case 'unclear':
      await tell(tx, reply, { type: 'reply.unconfirmed', messageId, reason: outcome.reason })
      // Stella is not well yet: the others must not end unconfirmed one after the other.
      if (isProbe) await prolongPause(tx, { connectionId, ...outcome, wasProbe: true }, now)
      return
    case 'unreached': {
      const { reason } = outcome
      const call = { connectionId, reason, retryAfterMs: outcome.retryAfterMs, wasProbe: isProbe }
      const nextAttemptAt = await prolongPause(tx, call, now)
      await tell(tx, reply, { type: 'reply.delayed', messageId, reason, nextAttemptAt })
    }
  }
}

async function tell(tx: Transaction, { conversationId }: OutboxReply, fact: OwnFact) {
  await record(tx, fact, { conversationId })
}
