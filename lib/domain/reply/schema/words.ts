import { z } from 'zod'
import { count } from '../../measures'

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
    tooLong = `At most ${count(max)} characters.`,
    broken = 'The text has a broken character. Type it again.',
    nul = 'The text has a character that no platform accepts.',
  }: Wording = {},
) {
  return z
    .string()
    .max(max, tooLong)
    .refine((text) => text.isWellFormed(), broken)
    .refine((text) => !text.includes('\u0000'), nul)
}
