import type { Context } from '@/lib/context'
import { findChannel } from '@/lib/db/channel/channels'
import type { ChannelSettings } from '@/lib/domain/channel/channel-settings'
import { AppError } from '@/lib/errors'
import { reason } from '@/lib/i18n/reason'
import { record } from '@/lib/log/fold'
import { inTurn } from '@/lib/log/turn'

/** Sets what an admin decides for a channel, as a whole. In the log with who did it. Throws `not_found`. */
export async function configureChannel(
  ctx: Context,
  agentId: string,
  channelId: string,
  settings: ChannelSettings,
): Promise<ChannelSettings> {
  if (!(await findChannel(ctx.sql, channelId)))
    throw new AppError('not_found', reason('channel.rule.notFound'))
  await inTurn(ctx, (tx) =>
    record(tx, { type: 'channel.configured', channelId, settings }, { channelId, agentId }),
  )
  return settings
}
