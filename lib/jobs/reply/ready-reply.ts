import type { Context } from '@/lib/context'
import type { Transaction } from '@/lib/db/client'
import { insertJobs } from '@/lib/db/jobs'
import { findNextReply, type OutboxReply } from '@/lib/db/reply/next-reply'
import { isWindowRefused, windowClosesAt } from '@/lib/domain/channel/channel'
import type { OwnFact } from '@/lib/domain/fact'
import { CHANNEL_DISCONNECTED, CHANNEL_PAUSED } from '@/lib/domain/reply/reply'
import type { ReplyContent } from '@/lib/domain/reply/reply-content'
import { type Reason, reason } from '@/lib/i18n/reason'
import { getStellaTarget, type StellaTarget } from '@/lib/inbox/channel/stella-target'
import { sendJob } from '@/lib/log/effects'
import { record } from '@/lib/log/fold'
import { findReplyFile, type ReplyFile } from './reply-files'

/** A reply that may leave, and how to reach its member. */
export interface Ready {
  reply: OutboxReply
  target: StellaTarget
  file: ReplyFile
}

/**
 * The next reply that may leave by its writer's will and by the rules of its channel. `again`: one was settled here, look
 * once more. `done`: nothing to do now; what has to wait has a job at its time.
 */
export async function findReady(
  ctx: Context,
  tx: Transaction,
  conversationId: string,
): Promise<Ready | 'again' | 'done'> {
  const reply = await findNextReply(tx, conversationId)
  if (!reply) return 'done'
  // The queue runs one job of a conversation at a time, so a reply found *sending* belongs to a run that died.
  if (reply.delivery === 'sending') {
    const stopped = reason('reply.failed.stopped')
    const fact = { type: 'reply.unconfirmed', messageId: reply.id, reason: stopped } as const
    await recordReplyFact(tx, reply, fact)
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
  if (!blocked) return { reply, target, file }
  await recordReplyFact(tx, reply, { type: 'reply.refused', messageId: reply.id, reason: blocked })
  return 'again'
}

/** Of a text the bubble says everything; anything else was kept as it goes to the platform. */
export function toReplyContent({ content, reply }: OutboxReply): ReplyContent {
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
): Reason | undefined {
  const hasPerson = owner === 'agent' || owner === 'waiting' || owner === 'elsewhere'
  return agentId === null && hasPerson && (ownerSince ?? 0) > sentAt
    ? reason('reply.failed.overtaken')
    : undefined
}

/** What was true when the agent wrote may have changed while the reply waited. A template may always go. */
function blockedBecause(
  target: StellaTarget,
  content: ReplyContent | undefined,
  now: number,
): Reason | undefined {
  if (!target.authorized) return CHANNEL_DISCONNECTED
  if (target.pausedAt !== null) return CHANNEL_PAUSED
  if (content?.type === 'template') return undefined
  const lastInboundAt = target.lastInboundAt ?? undefined
  const refusedAt = target.windowRefusedAt ?? undefined
  const closesAt = windowClosesAt(target.platform, lastInboundAt, refusedAt)
  const hasClosed = closesAt !== undefined && now >= closesAt
  return hasClosed || isWindowRefused(lastInboundAt, refusedAt)
    ? reason('reply.failed.window')
    : undefined
}

/** The outbox of this conversation looks again at `until`, in epoch ms. */
export async function wait(
  tx: Transaction,
  conversationId: string,
  until: number,
): Promise<'done'> {
  await insertJobs(tx, [sendJob(conversationId, until)])
  return 'done'
}

/** What happened to a reply goes into the log. */
export async function recordReplyFact(
  tx: Transaction,
  { conversationId }: OutboxReply,
  fact: OwnFact,
) {
  await record(tx, fact, { conversationId })
}
