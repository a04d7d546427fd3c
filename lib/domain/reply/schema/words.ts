import { z } from 'zod'
import { schemaMessage } from '@/lib/i18n/reason'

/** Messages of a schema (`schemaMessage`). */
interface Wording {
  tooLong?: string
  broken?: string
  nul?: string
}

/**
 * Text as it may leave us, whatever it stands in: half a character is none, and no platform takes a NUL. Lengths are counted
 * in UTF-16 units, the stricter reading of the platform's "characters".
 */
export function words(
  max: number,
  {
    tooLong = schemaMessage('reply.text.fieldTooLong', { max }),
    broken = schemaMessage('reply.text.broken'),
    nul = schemaMessage('reply.text.unsupported'),
  }: Wording = {},
) {
  return z
    .string()
    .max(max, tooLong)
    .refine((text) => text.isWellFormed(), broken)
    .refine((text) => !text.includes('\u0000'), nul)
}
