import { z } from 'zod'
import { countChannels } from '@/lib/db/channel/channels'
import type { Queryable } from '@/lib/db/client'
import { AppError } from '@/lib/errors'
import { reason, schemaMessage } from '@/lib/i18n/reason'

const CHANNELS_MAX = 500

/** The channels somebody is kept to; null: all. */
export const channelIdsSchema = z
  .array(z.uuid(schemaMessage('channel.rule.idNotUuid')).toLowerCase())
  .max(CHANNELS_MAX, schemaMessage('channel.rule.channelsMax', { max: CHANNELS_MAX }))
  .transform((ids) => [...new Set(ids)])
  .nullable()
  .default(null)

/** Throws `invalid` when one of them is no channel of ours. */
export async function assertChannelsExist(sql: Queryable, ids: string[] | null): Promise<void> {
  if (!ids || ids.length === 0) return
  if ((await countChannels(sql, ids)) < ids.length)
    throw new AppError('invalid', reason('channel.rule.unknownChannel'))
}
