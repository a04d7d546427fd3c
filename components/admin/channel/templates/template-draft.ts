import type { HeaderFormat, TemplateInput } from '@/lib/domain/reply/template'

export type TemplateButton = TemplateInput['buttons'][number]

/** A header of this format with nothing in it yet. */
export function emptyHeader(format: HeaderFormat | 'none'): TemplateInput['header'] {
  if (format === 'none') return undefined
  return format === 'text' ? { format, text: '' } : { format }
}

/** The same button with another task: its title stays, an address starts anew. */
export function withButtonTask(
  { title }: TemplateButton,
  type: TemplateButton['type'],
): TemplateButton {
  return type === 'link' ? { type, title, url: 'https://' } : { type, title }
}
