import { z } from 'zod'
import { TEXT_LENGTH_MAX } from '@/lib/domain/channel/channel'
import { count } from '../../measures'
import { normalTag } from '../language-tag'

/** Languages a canned reply can be written in: tags as Stella gives them for members, without regard to case. */
const languageTag = z
  .string()
  .trim()
  .regex(/^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/, 'Name a language as en, zh-HK or pt-BR.')

const text = z
  .string()
  .trim()
  .min(1, 'A canned reply needs a text.')
  .max(TEXT_LENGTH_MAX, `At most ${count(TEXT_LENGTH_MAX)} characters.`)

/** One text a language; the first is taken where a member's language is missing. */
export const textsByLanguage = z
  .array(z.object({ language: languageTag, text }))
  .min(1, 'A canned reply needs a text.')
  .max(30, 'At most 30 languages.')
  .refine(areDistinct, 'Two texts have the same language.')

/** What an admin or supervisor writes once, for agents to send many times. */
export const cannedReplyInputSchema = z.object({
  title: z
    .string()
    .trim()
    .min(1, 'A title is needed.')
    .max(80, 'A title has at most 80 characters.'),
  /** Empty: no folder. */
  folder: z.string().trim().max(40, 'A folder has at most 40 characters.').default(''),
  texts: textsByLanguage,
})

function areDistinct(texts: { language: string }[]): boolean {
  return new Set(texts.map(({ language }) => normalTag(language))).size === texts.length
}
