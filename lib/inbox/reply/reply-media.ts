import type { Queryable } from '@/lib/db/client'
import { findUpload } from '@/lib/db/media/uploads'
import { PLATFORM_NAMES } from '@/lib/domain/channel/channel'
import type { ConversationView, Viewer } from '@/lib/domain/conversation/conversation'
import { carriesCaption, judgeFile } from '@/lib/domain/media/file-limits'
import type { Content } from '@/lib/domain/message/content'
import type { MediaSource } from '@/lib/domain/message/file-facts'
import type { MediaReply } from '@/lib/domain/reply/media-reply'
import { AppError } from '@/lib/errors'

/**
 * What a reply with a file says, with all that is known of the file: the log needs nothing else to make its row.
 * Throws `conflict` where the upload is gone or the platform doesn't take it, or its caption.
 */
export async function toMediaContent(
  sql: Queryable,
  agent: Viewer,
  { id, channel }: ConversationView,
  { type, uploadId, text }: MediaReply,
): Promise<{ content: Content; media: MediaSource[] }> {
  const upload = await findUpload(sql, uploadId, agent.id)
  if (!upload || upload.conversationId !== id)
    throw new AppError('conflict', 'This file is no longer here. Attach it again.')
  const verdict = judgeFile(channel.platform, PLATFORM_NAMES[channel.platform], upload.file)
  if ('reason' in verdict) throw new AppError('conflict', verdict.reason)
  const kind = upload.kind
  if (kind !== type) throw new AppError('conflict', `This file is sent as ${kind}, not as ${type}.`)
  if (text && !carriesCaption(channel.platform, verdict.kind))
    throw new AppError(
      'conflict',
      `${PLATFORM_NAMES[channel.platform]} carries no words with this kind of file. Send them after it.`,
    )
  return {
    content: { type: kind, text, mediaIds: [] },
    media: [{ kind, name: upload.name, stored: upload.file }],
  }
}
