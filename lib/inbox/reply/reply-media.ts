import type { Queryable } from '@/lib/db/client'
import { findUpload } from '@/lib/db/media/uploads'
import type { FullConversation } from '@/lib/domain/conversation/full-conversation'
import type { Content } from '@/lib/domain/message/content'
import type { MediaSource } from '@/lib/domain/message/file-facts'
import type { Viewer } from '@/lib/domain/people/viewer'
import { fileRefusedBecause } from '@/lib/domain/reply/refusal'
import type { MediaReply } from '@/lib/domain/reply/schema/media-reply-schema'
import { AppError } from '@/lib/errors'
import { reason } from '@/lib/i18n/reason'

/**
 * What a reply with a file says, with all that is known of the file: the log needs nothing else to make its row.
 * Throws `conflict` where the upload is gone or the platform doesn't take it, or its caption.
 */
export async function toMediaContent(
  sql: Queryable,
  agent: Viewer,
  { id, platform }: FullConversation,
  { type, uploadId, text }: MediaReply,
): Promise<{ content: Content; media: MediaSource[] }> {
  const upload = await findUpload(sql, uploadId, agent.id)
  if (!upload || upload.conversationId !== id)
    throw new AppError('conflict', reason('reply.file.gone'))
  const refused = fileRefusedBecause(platform, { type, text }, upload)
  if (refused) throw new AppError('conflict', refused)
  const { kind } = upload
  return {
    content: { type: kind, text, mediaIds: [] },
    media: [{ kind, name: upload.name, stored: upload.file }],
  }
}
