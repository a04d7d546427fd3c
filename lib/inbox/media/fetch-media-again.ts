import type { Context } from '@/lib/context'
import { findAskedMedia } from '@/lib/db/media/media'
import type { Viewer } from '@/lib/domain/people/viewer'
import { AppError } from '@/lib/errors'
import { reason } from '@/lib/i18n/reason'
import { record } from '@/lib/log/fold'
import { inTurn } from '@/lib/log/turn'

/**
 * Tries once more, at once and with a new day of patience, to have a file that is gone, was refused, expired or
 * still waits. Throws `not_found`; `conflict` when we have it, when its message was deleted, or when the platform never
 * said where it is.
 */
export async function fetchMediaAgain(ctx: Context, agent: Viewer, mediaId: string) {
  return inTurn(ctx, async (tx) => {
    const file = await findAskedMedia(tx, mediaId)
    if (!file) throw new AppError('not_found', reason('media.again.notFound'))
    if (file.deletedAt !== null) throw new AppError('conflict', reason('media.again.deleted'))
    if (file.state === 'stored') throw new AppError('conflict', reason('media.again.stored'))
    if (!file.whatsappMediaId && !file.sourceUrl)
      throw new AppError('conflict', reason('media.again.noAddress'))
    const { conversationId } = file
    await record(tx, { type: 'media.requested', mediaId }, { conversationId, agentId: agent.id })
    return { id: mediaId, state: 'waiting' as const }
  })
}
