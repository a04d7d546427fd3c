'use client'

import { Area } from '@/components/ui/form/area'
import { Line } from '@/components/ui/form/line'
import { RepeatedRows } from '@/components/ui/form/repeated-rows'
import { Select } from '@/components/ui/form/select'
import { HEADER_FORMATS, type HeaderFormat, type TemplateInput } from '@/lib/domain/reply/template'
import { TemplateButtonFields } from './template-button-fields'
import { emptyHeader, type TemplateButton } from './template-draft'

interface TemplateFieldsProps {
  draft: TemplateInput
  onChange: (draft: TemplateInput) => void
}

const FORMAT_NAMES: Record<HeaderFormat | 'none', string> = {
  none: 'No header',
  text: 'Text',
  image: 'Picture',
  video: 'Video',
  document: 'Document',
}

/** The parts of a template, as WhatsApp names them. */
export function TemplateFields({ draft, onChange }: TemplateFieldsProps) {
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
      <HeaderFields draft={draft} onChange={onChange} />
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
      <RepeatedRows<TemplateButton>
        name="Button"
        rows={draft.buttons}
        max={10}
        empty={() => ({ type: 'answer', title: '' })}
        onChange={(buttons) => onChange({ ...draft, buttons })}
      >
        {(button, change, name) => (
          <TemplateButtonFields button={button} change={change} name={name} />
        )}
      </RepeatedRows>
    </>
  )
}

/** Which header it has, and the words of one that is text. */
function HeaderFields({ draft, onChange }: TemplateFieldsProps) {
  const { header } = draft
  return (
    <>
      <Select
        label="Header"
        value={header?.format ?? 'none'}
        choices={(['none', ...HEADER_FORMATS] as const).map((value) => ({
          value,
          label: FORMAT_NAMES[value],
        }))}
        onChange={(format) => onChange({ ...draft, header: emptyHeader(format) })}
      />
      {header?.format === 'text' && (
        <Line
          label="Header text"
          value={header.text}
          max={60}
          onChange={(text) => onChange({ ...draft, header: { format: 'text', text } })}
        />
      )}
    </>
  )
}
