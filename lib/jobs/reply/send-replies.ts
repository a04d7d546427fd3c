import type { Context } from '@/lib/context'
import { noteRest } from '@/lib/db/channel/connection-pauses'
import type { Transaction } from '@/lib/db/client'
import type { JobPayloads } from '@/lib/db/jobs'
import type { OutboxReply } from '@/lib/db/reply/next-reply'
import type { Said } from '@/lib/i18n/reason'
import { getStellaTarget, type StellaTarget } from '@/lib/inbox/channel/stella-target'
import { askPassage, endProbe, keepProbe, leaveProbe, prolongPause } from '@/lib/inbox/reply/pauses'
import { inTime } from '@/lib/log/turn'
import type { StellaOutcome } from '@/lib/stella/api/call-outcome'
import { knock, sendResponse } from '@/lib/stella/api/stella-client'
import { toMediaResponse } from '@/lib/stella/outbound/write-media'
import { toResponseObject } from '@/lib/stella/outbound/write-response'
import { findReady, type Ready, recordReplyFact, toReplyContent, wait } from './ready-reply'

/**
 * The outbox of one conversation: its replies, oldest first, one at a time. Each is in the log as *attempted*
 * before Stella is called, so a process that dies in between leaves a trace: the next run finds *sending* and
 * calls it unconfirmed instead of sending it again (architecture.md "Sending").
 */
export async function sendReplies(
  ctx: Context,
  { conversationId }: JobPayloads['send-replies'],
): Promise<void> {
  let holdsProbe = false
  for (;;) {
    const step = await inTime(ctx, (tx) => takeNext(ctx, tx, conversationId, holdsProbe))
    holdsProbe = false
    if (step === 'done') return
    if (step === 'again') continue
    if ('knockAt' in step) {
      const outcome = await knock(step.knockAt.connection)
      holdsProbe = await inTime(ctx, (tx) => concludeKnock(tx, step.knockAt, outcome))
      continue
    }
    const outcome = await sendResponse(step.target.connection, toCall(step))
    await inTime(ctx, (tx) => conclude(tx, step, outcome))
  }
}

interface Attempt extends Ready {
  isProbe: boolean
}

/** Before a reply is risked, Stella is asked in a way that sends nothing (decision 0018). */
interface Knock {
  knockAt: StellaTarget
}

/**
 * Decides about the first reply that waits, under the fold lock: whoever cancels, undoes or adds one at the same
 * time comes before this or after it. Where it has to wait, the job is there again at that time. `holdsProbe`: this
 * run knocked, Stella answered, and nobody else may try before its reply did.
 */
async function takeNext(
  ctx: Context,
  tx: Transaction,
  conversationId: string,
  holdsProbe: boolean,
): Promise<Attempt | Knock | 'again' | 'done'> {
  const ready = await findReady(ctx, tx, conversationId)
  if (typeof ready === 'string') {
    if (holdsProbe) await leaveProbeOf(ctx, tx, conversationId)
    return ready
  }
  const { reply, target, file } = ready
  const { connectionId } = target
  const now = Date.now()
  if (holdsProbe) await keepProbe(tx, connectionId, now)
  const passage = holdsProbe ? PROBE : await askPassage(tx, connectionId, now)
  if (passage.kind === 'closed') {
    await tellWait(tx, reply, passage.shown)
    return wait(tx, conversationId, passage.until)
  }
  if (passage.kind === 'probe' && passage.knocks) return { knockAt: target }
  await recordReplyFact(tx, reply, { type: 'reply.attempted', messageId: reply.id })
  return { reply, target, isProbe: passage.kind === 'probe', file }
}

const PROBE = { kind: 'probe', knocks: false } as const

async function leaveProbeOf(ctx: Context, tx: Transaction, conversationId: string) {
  const { connectionId } = await getStellaTarget(ctx, conversationId, tx)
  await leaveProbe(tx, connectionId, Date.now())
}

function toCall({ reply, target, file }: Attempt) {
  return {
    channelId: target.channelStellaId,
    recipientId: target.externalId,
    response: file
      ? toMediaResponse(reply.content, file)
      : toResponseObject(toReplyContent(reply), target.platform),
  }
}

/**
 * The bubble says once that its reply waits. One that was attempted before says it already, and keeps that time: an
 * echo of that attempt may still confirm it.
 */
async function tellWait(
  tx: Transaction,
  reply: OutboxReply,
  shown: { reason: Said; until: number } | undefined,
) {
  if (!shown || reply.nextAttemptAt !== null || reply.attemptedAt !== null) return
  const { reason, until } = shown
  const fact = { type: 'reply.delayed', messageId: reply.id, reason, nextAttemptAt: until } as const
  await recordReplyFact(tx, reply, fact)
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
  switch (outcome.kind) {
    case 'ok':
      await recordReplyFact(tx, reply, { type: 'reply.sent', messageId, ...outcome.value })
      if (!isProbe) return
      await endProbe(tx, connectionId)
      // The rest was noted while this one tried, and went with the pause.
      if (outcome.restMs !== undefined) await noteRest(tx, connectionId)(outcome.restMs)
      return
    case 'refused':
      await recordReplyFact(tx, reply, { type: 'reply.refused', messageId, reason: outcome.reason })
      if (isProbe) await endProbe(tx, connectionId)
      return
    case 'unclear':
      await recordReplyFact(tx, reply, {
        type: 'reply.unconfirmed',
        messageId,
        reason: outcome.reason,
      })
      // Stella is not well: the others must not end unconfirmed one after the other.
      if (outcome.trouble !== 'unreadable') await prolong(tx, target, outcome, isProbe)
      else if (isProbe) await endProbe(tx, connectionId)
      return
    case 'unreached': {
      const { reason } = outcome
      const nextAttemptAt = await prolong(tx, target, outcome, isProbe)
      await recordReplyFact(tx, reply, { type: 'reply.delayed', messageId, reason, nextAttemptAt })
    }
  }
}

/** Whether Stella answered the call that sends nothing: then a reply may try, as the only one. */
async function concludeKnock(
  tx: Transaction,
  target: StellaTarget,
  outcome: StellaOutcome<unknown>,
): Promise<boolean> {
  const isAway = outcome.kind === 'unclear' && outcome.trouble === 'no-answer'
  if (outcome.kind !== 'unreached' && !isAway) return true
  await prolong(tx, target, outcome, true)
  return false
}

function prolong(
  tx: Transaction,
  { connectionId }: StellaTarget,
  outcome: Extract<StellaOutcome<unknown>, { kind: 'unclear' | 'unreached' }>,
  wasProbe: boolean,
): Promise<number> {
  const { reason } = outcome
  if (outcome.kind === 'unclear')
    return prolongPause(tx, { connectionId, reason, cause: 'unclear', wasProbe }, Date.now())
  const cause = outcome.busy ? 'busy' : 'unreached'
  const { retryAfterMs } = outcome
  return prolongPause(tx, { connectionId, reason, cause, retryAfterMs, wasProbe }, Date.now())
}
