import type { Context } from '@/lib/context'
import { type Reason, reason } from '@/lib/i18n/reason'
import { record } from '@/lib/log/fold'
import { inTime } from '@/lib/log/turn'
import { logger } from '@/lib/logger'
import type { StellaOutcome } from '@/lib/stella/api/call-outcome'
import { getMember } from '@/lib/stella/api/stella-client'
import { getStellaTarget } from '../channel/stella-target'
import { findRest } from '../reply/rests'

/** Told by Stella, or why it was not even asked. */
type Read = StellaOutcome<null> | { kind: 'unreached'; reason: Reason; retryAfterMs: number }

/**
 * Reads a member at Stella and logs what it said, as of the moment we asked. Nobody waits for it, so it is not asked
 * while Stella wants a rest (`unreached`, with how long that lasts). `ok` also where there is nothing to be read.
 */
export async function readMember(ctx: Context, conversationId: string): Promise<Read> {
  const target = await getStellaTarget(ctx, conversationId)
  if (!target.authorized) return DONE
  const asOf = Date.now()
  const rest = await findRest(ctx.sql, target.connectionId)
  if (rest !== undefined)
    return { kind: 'unreached', reason: reason('member.stellaRests'), retryAfterMs: rest - asOf }
  const outcome = await getMember(target.connection, target)
  if (outcome.kind !== 'ok') return outcome
  const { member, channelId } = outcome.value
  // The same number can be a member of two channels, and an external id doesn't say which (Facts §5.2).
  if (channelId && channelId !== target.channelStellaId) {
    logger.warn({ conversationId }, 'Stella answered with the member of another channel')
    return DONE
  }
  await inTime(ctx, (tx) =>
    record(tx, { type: 'member.read', conversationId, asOf, member }, { conversationId }),
  )
  return DONE
}

const DONE = { kind: 'ok', value: null } as const
