import type { z } from 'zod'
import { reason, type Said } from '@/lib/i18n/reason'
import type { templateSchema } from './schema/template-schema'
import { numbersIn } from './template-numbers'

/*
 * WhatsApp takes nothing but approved templates once the reply window has closed (Facts §7.5). Stella documents how
 * one is sent (§4.1) and not how they are listed, so admins keep a catalogue of their wording, a channel at a time.
 */

export const HEADER_FORMATS = ['text', 'image', 'video', 'document'] as const
export type HeaderFormat = (typeof HEADER_FORMATS)[number]

export type TemplateInput = z.infer<typeof templateSchema>

export interface Template extends TemplateInput {
  id: string
}

/** A place in a template that has to be filled before it can be sent. */
export interface Variable {
  part: 'header' | 'body' | 'button'
  /** What a person reads beside the field: its mark in the wording, or words of ours. */
  label: Said
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
              label: reason('reply.template.buttonAddress', { title: each.title }),
            },
          ]
        : [],
    ),
  ]
}

function headerVariables(head: TemplateInput['header']): Variable[] {
  if (!head) return []
  if (head.format === 'text')
    return numbersIn(head.text).map((n) => ({ part: 'header', kind: 'text', label: `{{${n}}}` }))
  const { format } = head
  return [{ part: 'header', kind: 'url', label: reason('reply.template.fileAddress', { format }) }]
}
