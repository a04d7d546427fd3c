import { z } from 'zod'
import { TEXT_LENGTH_MAX } from '@/lib/domain/channel/channel'
import { SENT_KINDS } from '@/lib/domain/media/file-limits'
import { schemaMessage } from '@/lib/i18n/reason'
import { words } from './words'

/** A file that an agent sends: uploaded before, with its caption where the platform carries one. */
export const mediaReplySchema = z.object({
  type: z.enum([...SENT_KINDS, 'voice']),
  uploadId: z.uuid(schemaMessage('reply.uploadIdNotUuid')).toLowerCase(),
  text: words(TEXT_LENGTH_MAX, {
    tooLong: schemaMessage('reply.file.captionTooLong', { max: TEXT_LENGTH_MAX }),
    broken: schemaMessage('reply.file.captionBroken'),
    nul: schemaMessage('reply.file.captionUnsupported'),
  })
    .transform((text) => text.trim() || undefined)
    .optional(),
})

export type MediaReply = z.infer<typeof mediaReplySchema>
