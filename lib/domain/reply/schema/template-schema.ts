import { z } from 'zod'
import { schemaMessage } from '@/lib/i18n/reason'
import { numbersIn } from '../template-numbers'

/** WhatsApp's own limits of a template's parts, in characters. */
const HEADER_LENGTH_MAX = 60
const BODY_LENGTH_MAX = 1_024
const FOOTER_LENGTH_MAX = 60
const TITLE_LENGTH_MAX = 25
const BUTTONS_MAX = 10
const NAME_LENGTH_MAX = 512
const ADDRESS_LENGTH_MAX = 2_000

type Part = 'header' | 'body' | 'footer' | 'title'

const words = (part: Part, max: number) =>
  z
    .string()
    .trim()
    .max(max, schemaMessage('reply.template.tooLong', { part, max }))
    .refine((text) => text.isWellFormed() && !text.includes('\u0000'), {
      error: schemaMessage('reply.template.unsupported', { part }),
    })

const headerSchema = z.discriminatedUnion('format', [
  z.object({ format: z.literal('text'), text: words('header', HEADER_LENGTH_MAX).min(1) }),
  z.object({ format: z.enum(['image', 'video', 'document']) }),
])

const buttonSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('answer'), title: title() }),
  z.object({
    type: z.literal('link'),
    title: title(),
    url: z
      .string()
      .trim()
      .max(
        ADDRESS_LENGTH_MAX,
        schemaMessage('reply.template.addressTooLong', { max: ADDRESS_LENGTH_MAX }),
      )
      .regex(/^https?:\/\/[^\s{}]+(\{\{1\}\})?$/, {
        error: schemaMessage('reply.template.address', { variable: '{{1}}' }),
      }),
  }),
  z.object({ type: z.literal('call'), title: title() }),
])

/** A template as an admin writes it into the catalogue: word for word what WhatsApp approved. */
export const templateSchema = z
  .object({
    name: z
      .string()
      .trim()
      .min(1, schemaMessage('reply.template.noName'))
      .max(NAME_LENGTH_MAX, schemaMessage('reply.template.nameTooLong', { max: NAME_LENGTH_MAX }))
      .regex(/^[a-z0-9_]+$/, schemaMessage('reply.template.nameLetters')),
    language: z
      .string()
      .trim()
      .regex(
        /^[a-z]{2,3}(_[A-Za-z]{2,4})?$/,
        schemaMessage('reply.template.language', {
          examples: { list: ['en', 'zh_HK'], type: 'or' },
        }),
      ),
    header: headerSchema.optional(),
    body: words('body', BODY_LENGTH_MAX).min(1, schemaMessage('reply.template.noBody')),
    footer: words('footer', FOOTER_LENGTH_MAX)
      .optional()
      .transform((text) => text || undefined),
    buttons: z
      .array(buttonSchema)
      .max(BUTTONS_MAX, schemaMessage('reply.template.tooManyButtons', { max: BUTTONS_MAX }))
      .default([]),
  })
  .superRefine((template, context) => {
    const message = gapIn(template)
    if (message) context.addIssue({ code: 'custom', message })
  })

function title() {
  return words('title', TITLE_LENGTH_MAX).min(1, schemaMessage('reply.template.untitledButton'))
}

/** Variables count from {{1}} without a gap, in the header and in the body each (WhatsApp's own rule). */
function gapIn({ header, body }: { header?: z.infer<typeof headerSchema>; body: string }) {
  const texts = [
    ['header', header?.format === 'text' ? header.text : ''] as const,
    ['body', body] as const,
  ]
  for (const [part, text] of texts) {
    const numbers = numbersIn(text)
    if (part === 'header' && numbers.length > 1)
      return schemaMessage('reply.template.headerVariables')
    if (numbers.some((number, place) => number !== place + 1))
      return schemaMessage('reply.template.gap', { part, variable: '{{1}}' })
  }
  return undefined
}
