'use client'

import { Area } from '@/components/ui/form/area'
import { Line } from '@/components/ui/form/line'
import { RepeatedRows } from '@/components/ui/form/repeated-rows'
import { Select } from '@/components/ui/form/select'
import { HEADER_FORMATS, type HeaderFormat, type TemplateInput } from '@/lib/domain/reply/template'

interface TemplateFieldsProps {
  draft: TemplateInput
  onChange: (draft: TemplateInput) => void
}

type ButtonDraft = TemplateInput['buttons'][number]

const FORMAT_NAMES: Record<HeaderFormat | 'none', string> = {
  none: 'No header',
  text: 'Text',
  image: 'Picture',
  video: 'Video',
  document: 'Document',
}

const BUTTON_NAMES: Record<ButtonDraft['type'], string> = {
  answer: 'Answer',
  link: 'Link',
  call: 'Phone call',
}

/** The parts of a template, as WhatsApp names them. */
export function TemplateFields({ draft, onChange }: TemplateFieldsProps) {
  const { header } = draft
  return (
    <>
      <div className="grid grid-cols-[1fr_112px] gap-2.5">
        <Line
          label="Name"
          value={draft.name}
          hint="As in WhatsApp, such as order_update"
          onChange={(name) => onChange({ ...draft, name })}
        />
        <Line
          label="Language"
          value={draft.language}
          hint="en, zh_HK"
          onChange={(language) => onChange({ ...draft, language })}
        />
      </div>
      <Select
        label="Header"
        value={header?.format ?? 'none'}
        choices={(['none', ...HEADER_FORMATS] as const).map((value) => ({
          value,
          label: FORMAT_NAMES[value],
        }))}
        onChange={(format) => onChange({ ...draft, header: toHeader(format) })}
      />
      {header?.format === 'text' && (
        <Line
          label="Header text"
          value={header.text}
          max={60}
          onChange={(text) => onChange({ ...draft, header: { format: 'text', text } })}
        />
      )}
      <Area
        label="Body"
        rows={5}
        value={draft.body}
        onChange={(body) => onChange({ ...draft, body })}
      />
      <Line
        label="Footer (optional)"
        value={draft.footer}
        max={60}
        onChange={(footer) => onChange({ ...draft, footer })}
      />
      <RepeatedRows<ButtonDraft>
        name="Button"
        rows={draft.buttons}
        max={10}
        empty={() => ({ type: 'answer', title: '' })}
        onChange={(buttons) => onChange({ ...draft, buttons })}
      >
        {(button, change, name) => (
          <>
            <Line
              label={name}
              value={button.title}
              max={25}
              onChange={(title) => change({ ...button, title })}
            />
            <Select
              label={`What ${name.toLowerCase()} does`}
              value={button.type}
              choices={(['answer', 'link', 'call'] as const).map((value) => ({
                value,
                label: BUTTON_NAMES[value],
              }))}
              onChange={(type) => change(asType(button, type))}
            />
            {button.type === 'link' && (
              <Line
                label={`Address of ${name.toLowerCase()}`}
                type="url"
                value={button.url}
                hint="May end with {{1}}"
                onChange={(url) => change({ ...button, url })}
              />
            )}
          </>
        )}
      </RepeatedRows>
    </>
  )
}

function toHeader(format: HeaderFormat | 'none'): TemplateInput['header'] {
  if (format === 'none') return undefined
  return format === 'text' ? { format, text: '' } : { format }
}

function asType({ title }: ButtonDraft, type: ButtonDraft['type']): ButtonDraft {
  return type === 'link' ? { type, title, url: 'https://' } : { type, title }
}
