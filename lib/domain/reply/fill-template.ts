import { type Reason, reason } from '@/lib/i18n/reason'
import type { Content } from '../message/content'
import { type TemplateInput, templateVariablesOf, type Variable } from './template'
import { isHttpsAddress } from './web-address'

/** A template with everything put in: what stands in the log, so that a later change of the catalogue changes nothing. */
export interface FilledTemplate {
  type: 'template'
  name: string
  language: string
  header?:
    | { format: 'text'; value: string }
    | { format: 'image' | 'video' | 'document'; url: string }
  body: string[]
  buttons: { index: number; value: string }[]
  /** The whole wording, for people. */
  text: string
  titles: string[]
}

/** Why these values can't go into the template; undefined when it is whole. The values are trimmed already. */
export function templateUnfilledBecause(
  template: TemplateInput,
  values: string[],
): Reason | undefined {
  const variables = templateVariablesOf(template)
  const missing = variables.find((_, place) => !values[place]?.trim())
  if (missing)
    return missing.part === 'header'
      ? reason('reply.template.fillInHeader', { field: missing.label })
      : reason('reply.template.fillIn', { field: missing.label })
  if (values.length > variables.length) return reason('reply.template.tooManyValues')
  const broken = variables.find(
    ({ kind }, place) => kind === 'url' && !isHttpsAddress(values[place] ?? ''),
  )
  if (broken) return reason('reply.template.needsHttps', { field: broken.label })
  // WhatsApp refuses a parameter with a line break, a tab or more than four spaces in a row.
  const spaced = variables.find((_, place) => /[\n\t]| {5}/.test(values[place] ?? ''))
  if (spaced) return reason('reply.template.spaced', { field: spaced.label })
  return undefined
}

/** Puts the values in. Gaps stay as they are written, so that a preview shows what is missing. */
export function fillTemplate(template: TemplateInput, values: string[]): FilledTemplate {
  const filled = templateVariablesOf(template).map((variable, place) => ({
    ...variable,
    value: values[place]?.trim() ?? '',
  }))
  const of = (part: Variable['part']) => filled.filter((each) => each.part === part)
  const body = of('body').map(({ value }) => value)
  const heads = of('header').map(({ value }) => value)
  return {
    type: 'template',
    name: template.name,
    language: template.language,
    header: toFilledHeader(template.header, heads),
    body,
    buttons: of('button').map(({ button = 0, value }) => ({ index: button, value })),
    text: [headerText(template.header, heads), fill(template.body, body), template.footer]
      .filter(Boolean)
      .join('\n'),
    titles: template.buttons.map(({ title }) => title),
  }
}

/** The bubble of a filled template. `values` are what the platform's echo repeats: it never has the wording. */
export function filledTemplateContent(filled: FilledTemplate): Content {
  const { name, language, header, body, buttons, text, titles } = filled
  const head = header?.format === 'text' && header.value ? [header.value] : []
  const values = [...head, ...body, ...buttons.map(({ value }) => value)]
  const choices = titles.length > 0 ? { choices: titles } : {}
  return { type: 'template', name, language, values, text, ...choices }
}

function toFilledHeader(
  head: TemplateInput['header'],
  [value]: string[],
): FilledTemplate['header'] {
  if (!head || value === undefined) return undefined
  return head.format === 'text' ? { format: 'text', value } : { format: head.format, url: value }
}

function headerText(head: TemplateInput['header'], values: string[]): string {
  if (head?.format === 'text') return fill(head.text, values)
  return head ? `[${head.format}]` : ''
}

/** A value that is not there yet leaves its mark. */
function fill(text: string, values: string[]): string {
  return text.replaceAll(
    /\{\{\s*(\d{1,2})\s*\}\}/g,
    (mark, number: string) => values[Number(number) - 1] || mark,
  )
}
