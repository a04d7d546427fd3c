import { rm } from 'node:fs/promises'
import { z } from 'zod'
import type { Context } from '@/lib/context'
import { findConversation } from '@/lib/db/conversation/conversations'
import { findUpload, insertUpload, type Upload } from '@/lib/db/media/uploads'
import { PLATFORM_NAMES } from '@/lib/domain/channel/channel'
import { judgeFile, UPLOAD_SIZE_MAX } from '@/lib/domain/media/file-limits'
import type { StoredFile } from '@/lib/domain/message/file-facts'
import type { Viewer } from '@/lib/domain/people/viewer'
import { hiddenBecause } from '@/lib/domain/permissions'
import { AppError } from '@/lib/errors'
import { reason, schemaMessage } from '@/lib/i18n/reason'
import { inspect } from '@/lib/media/inspect'
import { toDocumentType } from '@/lib/media/inspect-document'
import type { MediaStore } from '@/lib/media/store'
import { TooLarge, writeHashed } from '@/lib/media/write-hashed'

const NAME_LENGTH_MAX = 200

/** What comes beside the bytes of an upload, in the address. */
export const uploadSchema = z.object({
  id: z.uuid(schemaMessage('media.upload.idNotUuid')).toLowerCase(),
  conversation: z.uuid(schemaMessage('media.upload.conversationNotUuid')).toLowerCase(),
  name: z
    .string(schemaMessage('media.upload.noName'))
    .trim()
    .min(1, schemaMessage('media.upload.noName'))
    .max(NAME_LENGTH_MAX, schemaMessage('media.upload.nameTooLong', { max: NAME_LENGTH_MAX }))
    .refine(
      (name) => name.isWellFormed() && !name.includes('\u0000'),
      schemaMessage('media.upload.nameBroken'),
    ),
  /** Recorded in the composer: shown as a voice message. */
  voice: z.stringbool().optional(),
})

export type UploadInput = z.infer<typeof uploadSchema>

/**
 * Takes a file for a reply: streamed to disk, looked into, judged by the limits of the conversation's platform. The id
 * is the browser's; the same id again is the same upload. Throws `not_found`, `forbidden`, `too_large`, `conflict` for an
 * id of somebody else's, and `invalid` with the platform's reason; nothing of a refused file is kept.
 */
export async function receiveUpload(
  ctx: Context,
  store: MediaStore,
  agent: Viewer,
  input: UploadInput,
  bytes: AsyncIterable<Uint8Array>,
): Promise<Upload> {
  const known = await findUpload(ctx.sql, input.id, agent.id)
  if (known) return known
  const conversation = await findConversation(ctx.sql, input.conversation)
  if (!conversation) throw new AppError('not_found', reason('media.upload.noConversation'))
  const hidden = hiddenBecause(agent, conversation.channelId)
  if (hidden) throw new AppError('forbidden', hidden)
  const temporary = await store.temporaryPath()
  try {
    const file = await look(store, temporary, input.name, bytes)
    const { platform } = conversation
    const verdict = judgeFile(platform, PLATFORM_NAMES[platform], file)
    if ('reason' in verdict) throw new AppError('invalid', file.reason ?? verdict.reason)
    await store.keep(temporary, file.sha256)
    const kind = input.voice && verdict.kind === 'audio' ? 'voice' : verdict.kind
    const upload = await insertUpload(ctx.sql, {
      id: input.id,
      agentId: agent.id,
      conversationId: conversation.id,
      kind,
      name: input.name,
      file,
    })
    if (!upload) throw new AppError('conflict', reason('media.upload.otherFile'))
    return upload
  } finally {
    await rm(temporary, { force: true })
  }
}

async function look(
  store: MediaStore,
  temporary: string,
  name: string,
  bytes: AsyncIterable<Uint8Array>,
): Promise<StoredFile> {
  const written = await writeHashed(bytes, temporary, UPLOAD_SIZE_MAX).catch(toRefusal)
  const inspection = await inspect(store, temporary)
  const mimeType = await toDocumentType(temporary, name, inspection.mimeType)
  return { ...written, ...inspection, mimeType }
}

function toRefusal(error: unknown): never {
  if (!(error instanceof TooLarge)) throw error
  const max = { bytes: UPLOAD_SIZE_MAX }
  throw new AppError('too_large', reason('media.judged.tooLargeAnywhere', { max }))
}
