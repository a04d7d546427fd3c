import { z } from 'zod'
import { TEXT_LENGTH_MAX } from '@/lib/domain/channel/channel'
import { schemaMessage } from '@/lib/i18n/reason'
import { normalTag } from '../language-tag'

const TITLE_LENGTH_MAX = 80
const FOLDER_LENGTH_MAX = 40
const LANGUAGES_MAX = 30

/** Languages a canned reply can be written in: tags as Stella gives them for members, without regard to case. */
const languageTag = z
  .string()
  .trim()
  .regex(
    /^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/,
    schemaMessage('reply.canned.language', {
      examples: { list: ['en', 'zh-HK', 'pt-BR'], type: 'or' },
    }),
  )

const text = z
  .string()
  .trim()
  .min(1, schemaMessage('reply.canned.noText'))
  .max(TEXT_LENGTH_MAX, schemaMessage('reply.text.fieldTooLong', { max: TEXT_LENGTH_MAX }))

/** One text a language; the first is taken where a member's language is missing. */
export const textsByLanguage = z
  .array(z.object({ language: languageTag, text }))
  .min(1, schemaMessage('reply.canned.noText'))
  .max(LANGUAGES_MAX, schemaMessage('reply.canned.tooManyLanguages', { max: LANGUAGES_MAX }))
  .refine(areDistinct, schemaMessage('reply.canned.languageTwice'))

/** What an admin or supervisor writes once, for agents to send many times. */
export const cannedReplyInputSchema = z.object({
  title: z
    .string()
    .trim()
    .min(1, schemaMessage('reply.canned.untitled'))
    .max(TITLE_LENGTH_MAX, schemaMessage('reply.canned.titleTooLong', { max: TITLE_LENGTH_MAX })),
  /** Empty: no folder. */
  folder: z
    .string()
    .trim()
    .max(FOLDER_LENGTH_MAX, schemaMessage('reply.canned.folderTooLong', { max: FOLDER_LENGTH_MAX }))
    .default(''),
  texts: textsByLanguage,
})

function areDistinct(texts: { language: string }[]): boolean {
  return new Set(texts.map(({ language }) => normalTag(language))).size === texts.length
}
