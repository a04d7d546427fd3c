import { z } from 'zod'
import { TEXT_LENGTH_MAX } from '@/lib/domain/channel/channel'
import { SENT_KINDS } from '@/lib/domain/media/file-limits'
import { count } from '../../measures'
import { words } from './words'

/** A file that an agent sends: uploaded before, with its caption where the platform carries one. */
export const mediaReplySchema = z.object({
  type: z.enum([...SENT_KINDS, 'voice']),
  uploadId: z.uuid('The upload id must be a UUID.').toLowerCase(),
  text: words(TEXT_LENGTH_MAX, {
    tooLong: `A caption can have at most ${count(TEXT_LENGTH_MAX)} characters.`,
    broken: 'The caption has a broken character. Type it again.',
    nul: 'The caption has a character no platform accepts.',
  })
    .transform((text) => text.trim() || undefined)
    .optional(),
})

export type MediaReply = z.infer<typeof mediaReplySchema>
