import type { Context } from '@/lib/context'
import { record } from '@/lib/log/fold'
import { inTime } from '@/lib/log/turn'
import { logger } from '@/lib/logger'
import { getMember } from '@/lib/stella/client'
import { getStellaTarget } from './stella-target'

/** Reads a member at Stella and logs what it said, as of the moment we asked. Throws when Stella gave no answer. */
export async function readMember(ctx: Context, conversationId: string): Promise<void> {
  const target = await getStellaTarget(ctx, conversationId)
  if (!target.authorized) return
  const asOf = Date.now()
  const outcome = await getMember(target.connection, target)
  if (outcome.kind !== 'ok') throw new Error(outcome.reason)
  const { member, channelId } = outcome.value
  // The same number can be a member of two channels, and an external id doesn't say which (Facts §5.2).
  if (channelId && channelId !== target.channelStellaId) {
    logger.warn({ conversationId }, 'Stella answered with the member of another channel')
    return
  }
  await inTime(ctx, (tx) =>
    record(tx, { type: 'member.read', conversationId, asOf, member }, { conversationId }),
  )
}
