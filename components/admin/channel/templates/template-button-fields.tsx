'use client'

import { Line } from '@/components/ui/form/line'
import { Select } from '@/components/ui/form/select'
import type { Key } from '@/lib/i18n/message-catalogue'
import { useTranslator } from '@/lib/i18n/use-translator'
import { type TemplateButton, withButtonTask } from './template-draft'

const BUTTON_NAMES = {
  answer: 'channelAdmin.template.answer',
  link: 'channelAdmin.template.link',
  call: 'channelAdmin.template.call',
} as const satisfies Record<TemplateButton['type'], Key>

interface TemplateButtonFieldsProps {
  button: TemplateButton
  change: (button: TemplateButton) => void
  /** Which of the buttons it is, counted from one. */
  number: number
}

/** One button of a template: its title, what it does, and where a link leads. */
export function TemplateButtonFields({ button, change, number }: TemplateButtonFieldsProps) {
  const { t } = useTranslator()
  return (
    <>
      <Line
        label={t('channelAdmin.template.buttonText', { number })}
        value={button.title}
        max={25}
        onChange={(title) => change({ ...button, title })}
      />
      <Select
        label={t('channelAdmin.template.buttonAction', { number })}
        value={button.type}
        choices={(['answer', 'link', 'call'] as const).map((value) => ({
          value,
          label: t(BUTTON_NAMES[value]),
        }))}
        onChange={(type) => change(withButtonTask(button, type))}
      />
      {button.type === 'link' && (
        <Line
          label={t('channelAdmin.template.buttonUrl', { number })}
          type="url"
          value={button.url}
          hint={t('channelAdmin.template.buttonUrlHint', { variable: '{{1}}' })}
          onChange={(url) => change({ ...button, url })}
        />
      )}
    </>
  )
}
