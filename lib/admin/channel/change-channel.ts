import type { z } from 'zod'
import type { Context } from '@/lib/context'
import { findChannel } from '@/lib/db/channel/channels'
import { assertConnectionStands } from '@/lib/db/channel/connections'
import type { OwnFact } from '@/lib/domain/fact'
import { AppError } from '@/lib/errors'
import { reason } from '@/lib/i18n/reason'
import { record } from '@/lib/log/fold'
import { inTurn } from '@/lib/log/turn'
import { channelSchema } from './add-channel'

/** What may be set right of a channel. Its platform and its id at Stella make it the channel it is. */
export const channelChangeSchema = channelSchema.pick({ name: true, externalId: true })

/** Throws `not_found`. */
export async function changeChannel(
  ctx: Context,
  agentId: string,
  channelId: string,
  change: z.infer<typeof channelChangeSchema>,
): Promise<void> {
  await getChannel(ctx, channelId)
  await tell(ctx, agentId, { type: 'channel.changed', channelId, ...change })
}

/** Pauses (`true`): deliveries are stored and shown as ever, nothing is sent. Or resumes. Twice is once. */
export async function pauseChannel(
  ctx: Context,
  agentId: string,
  channelId: string,
  paused: boolean,
): Promise<void> {
  const channel = await getChannel(ctx, channelId)
  if ((channel.pausedAt !== null) === paused) return
  await tell(ctx, agentId, { type: paused ? 'channel.paused' : 'channel.resumed', channelId })
}

/**
 * Disconnects (`false`): nothing is sent, deliveries to its address are still stored, history stays. Or connects it
 * again (`true`) under the address it had, with the secrets it has. Twice is once. Throws `not_found`, and `conflict`
 * when its connection was removed.
 */
export async function connectAgain(
  ctx: Context,
  agentId: string,
  channelId: string,
  connected: boolean,
): Promise<void> {
  const { id: _, ...channel } = await getChannel(ctx, channelId)
  if (channel.authorized === connected) return
  const { connectionId, name, platform, stellaId, externalId, dialect } = channel
  await tell(
    ctx,
    agentId,
    connected
      ? {
          type: 'channel.connected',
          channelId,
          connectionId,
          name,
          platform,
          stellaId,
          externalId,
          dialect,
        }
      : { type: 'channel.disconnected', channelId },
  )
}

async function getChannel(ctx: Context, id: string) {
  const channel = await findChannel(ctx.sql, id)
  if (!channel) throw new AppError('not_found', reason('channel.rule.notFound'))
  return channel
}

async function tell(
  ctx: Context,
  agentId: string,
  fact: Extract<OwnFact, { type: `channel.${string}` }>,
) {
  await inTurn(ctx, async (tx) => {
    if (fact.type === 'channel.connected') await assertConnectionStands(tx, fact.connectionId)
    await record(tx, fact, { channelId: fact.channelId, agentId })
  })
}
