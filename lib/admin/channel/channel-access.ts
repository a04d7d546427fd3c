import { z } from 'zod'
import { countChannels } from '@/lib/db/channel/channels'
import type { Queryable } from '@/lib/db/client'
import { AppError } from '@/lib/errors'

/** The channels somebody is kept to; null: all. */
export const channelIdsSchema = z
  .array(z.uuid('A channel is named by its id.').toLowerCase())
  .max(500, 'At most 500 channels.')
  .transform((ids) => [...new Set(ids)])
  .nullable()
  .default(null)

/** Throws `invalid` when one of them is no channel of ours. */
export async function assertChannelsExist(sql: Queryable, ids: string[] | null): Promise<void> {
  if (!ids || ids.length === 0) return
  if ((await countChannels(sql, ids)) < ids.length)
    throw new AppError('invalid', 'One of these channels is not ours.')
}
