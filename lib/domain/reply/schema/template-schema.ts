import { z } from 'zod'
import { count } from '../../measures'
import { numbersIn } from '../template-numbers'

/** WhatsApp's own limits of a template's parts, in characters. */
const HEADER_LENGTH_MAX = 60
const BODY_LENGTH_MAX = 1_024
const FOOTER_LENGTH_MAX = 60
const TITLE_LENGTH_MAX = 25
const BUTTONS_MAX = 10

const words = (what: string, max: number) =>
  z
    .string()
    .trim()
    .max(max, `The ${what} can have at most ${count(max)} characters.`)
    .refine((text) => text.isWellFormed() && !text.includes('\u0000'), {
      error: `The ${what} has a character that no platform accepts.`,
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
      .max(2_000, 'The address of a button can have at most 2,000 characters.')
      .regex(/^https?:\/\/[^\s{}]+(\{\{1\}\})?$/, {
        error: 'A button’s address starts with https:// and may end with {{1}}.',
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
      .min(1, 'A template needs the name under which WhatsApp approved it.')
      .max(512, 'The name can have at most 512 characters.')
      .regex(/^[a-z0-9_]+$/, 'The name has small letters, digits and underscores only.'),
    language: z
      .string()
      .trim()
      .regex(/^[a-z]{2,3}(_[A-Za-z]{2,4})?$/, 'Give the language as WhatsApp does: en or zh_HK.'),
    header: headerSchema.optional(),
    body: words('body', BODY_LENGTH_MAX).min(1, 'A template needs a body.'),
    footer: words('footer', FOOTER_LENGTH_MAX)
      .optional()
      .transform((text) => text || undefined),
    buttons: z
      .array(buttonSchema)
      .max(BUTTONS_MAX, 'A template has at most ten buttons.')
      .default([]),
  })
  .superRefine((template, context) => {
    const message = gapIn(template)
    if (message) context.addIssue({ code: 'custom', message })
  })

function title() {
  return words('title of a button', TITLE_LENGTH_MAX).min(1, 'Every button needs a title.')
}

/** Variables count from {{1}} without a gap, in the header and in the body each (WhatsApp's own rule). */
function gapIn({ header, body }: { header?: z.infer<typeof headerSchema>; body: string }) {
  const texts = [
    ['header', header?.format === 'text' ? header.text : ''] as const,
    ['body', body] as const,
  ]
  for (const [part, text] of texts) {
    const numbers = numbersIn(text)
    if (part === 'header' && numbers.length > 1) return 'A header can have one variable.'
    if (numbers.some((number, place) => number !== place + 1))
      return `The variables of the ${part} must count from {{1}} without a gap.`
  }
  return undefined
}
