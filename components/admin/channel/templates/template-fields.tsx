'use client'

import { Area } from '@/components/ui/form/area'
import { Line } from '@/components/ui/form/line'
import { RepeatedRows } from '@/components/ui/form/repeated-rows'
import { Select } from '@/components/ui/form/select'
import { HEADER_FORMATS, type HeaderFormat, type TemplateInput } from '@/lib/domain/reply/template'
import type { Key } from '@/lib/i18n/message-catalogue'
import { useTranslator } from '@/lib/i18n/use-translator'
import { TemplateButtonFields } from './template-button-fields'
import { emptyHeader, type TemplateButton } from './template-draft'

interface TemplateFieldsProps {
  draft: TemplateInput
  onChange: (draft: TemplateInput) => void
}

const FORMAT_NAMES = {
  none: 'channelAdmin.template.headerNone',
  text: 'channelAdmin.template.formatText',
  image: 'channelAdmin.template.formatImage',
  video: 'channelAdmin.template.formatVideo',
  document: 'channelAdmin.template.formatDocument',
} as const satisfies Record<HeaderFormat | 'none', Key>

/** The parts of a template, as WhatsApp names them. */
export function TemplateFields({ draft, onChange }: TemplateFieldsProps) {
  const { t } = useTranslator()
  return (
    <>
      <div className="grid grid-cols-[1fr_112px] gap-2.5">
        <Line
          label={t('common.name')}
          value={draft.name}
          hint={t('channelAdmin.template.nameHint')}
          onChange={(name) => onChange({ ...draft, name })}
        />
        <Line
          label={t('channelAdmin.template.language')}
          value={draft.language}
          hint={t('channelAdmin.template.languageHint')}
          onChange={(language) => onChange({ ...draft, language })}
        />
      </div>
      <HeaderFields draft={draft} onChange={onChange} />
      <Area
        label={t('channelAdmin.template.body')}
        rows={5}
        value={draft.body}
        onChange={(body) => onChange({ ...draft, body })}
      />
      <Line
        label={t('channelAdmin.template.footer')}
        value={draft.footer}
        max={60}
        onChange={(footer) => onChange({ ...draft, footer })}
      />
      <RepeatedRows<TemplateButton>
        name={t('channelAdmin.template.button')}
        rows={draft.buttons}
        max={10}
        empty={() => ({ type: 'answer', title: '' })}
        onChange={(buttons) => onChange({ ...draft, buttons })}
      >
        {(button, change) => (
          <TemplateButtonFields
            button={button}
            change={change}
            number={draft.buttons.indexOf(button) + 1}
          />
        )}
      </RepeatedRows>
    </>
  )
}

/** Which header it has, and the words of one that is text. */
function HeaderFields({ draft, onChange }: TemplateFieldsProps) {
  const { t } = useTranslator()
  const { header } = draft
  return (
    <>
      <Select
        label={t('channelAdmin.template.header')}
        value={header?.format ?? 'none'}
        choices={(['none', ...HEADER_FORMATS] as const).map((value) => ({
          value,
          label: t(FORMAT_NAMES[value]),
        }))}
        onChange={(format) => onChange({ ...draft, header: emptyHeader(format) })}
      />
      {header?.format === 'text' && (
        <Line
          label={t('channelAdmin.template.headerText')}
          value={header.text}
          max={60}
          onChange={(text) => onChange({ ...draft, header: { format: 'text', text } })}
        />
      )}
    </>
  )
}
