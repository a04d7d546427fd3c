import { z } from 'zod'

/*
 * WhatsApp takes nothing but approved templates once the reply window has closed (Facts §7.5). Stella documents how
 * one is sent (§4.1) and not how they are listed, so admins keep a catalogue of their wording, a channel at a time.
 */

export const HEADER_FORMATS = ['text', 'image', 'video', 'document'] as const
export type HeaderFormat = (typeof HEADER_FORMATS)[number]

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
    .max(max, `The ${what} can have at most ${max.toLocaleString('en')} characters.`)
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

export type TemplateInput = z.infer<typeof templateSchema>

export interface Template extends TemplateInput {
  id: string
}

/** A place in a template that has to be filled before it can be sent. */
export interface Variable {
  part: 'header' | 'body' | 'button'
  /** What a person reads beside the field. */
  label: string
  /** `url`: an address that the platform fetches. */
  kind: 'text' | 'url'
  /** Place of the button. */
  button?: number
}

/** Every variable, in the order in which `values` of a reply fill them: header, body, buttons. */
export function templateVariablesOf({ header, body, buttons }: TemplateInput): Variable[] {
  return [
    ...headerVariables(header),
    ...numbersIn(body).map((n) => ({
      part: 'body' as const,
      kind: 'text' as const,
      label: `{{${n}}}`,
    })),
    ...buttons.flatMap((each, place) =>
      each.type === 'link' && each.url.endsWith('{{1}}')
        ? [
            {
              part: 'button' as const,
              kind: 'text' as const,
              button: place,
              label: `End of the address of “${each.title}”`,
            },
          ]
        : [],
    ),
  ]
}

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

function numbersIn(text: string): number[] {
  const numbers = [...text.matchAll(/\{\{\s*(\d{1,2})\s*\}\}/g)].map((match) => Number(match[1]))
  return [...new Set(numbers)].sort((a, b) => a - b)
}

function headerVariables(head: TemplateInput['header']): Variable[] {
  if (!head) return []
  if (head.format === 'text')
    return numbersIn(head.text).map((n) => ({ part: 'header', kind: 'text', label: `{{${n}}}` }))
  return [{ part: 'header', kind: 'url', label: `Address of the ${head.format}` }]
}
