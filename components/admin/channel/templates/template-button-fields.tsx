'use client'

import { Line } from '@/components/ui/form/line'
import { Select } from '@/components/ui/form/select'
import { type TemplateButton, withButtonTask } from './template-draft'

const BUTTON_NAMES: Record<TemplateButton['type'], string> = {
  answer: 'Answer',
  link: 'Link',
  call: 'Phone call',
}

interface TemplateButtonFieldsProps {
  button: TemplateButton
  change: (button: TemplateButton) => void
  name: string
}

/** One button of a template: its title, what it does, and where a link leads. */
export function TemplateButtonFields({ button, change, name }: TemplateButtonFieldsProps) {
  return (
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
        onChange={(type) => change(withButtonTask(button, type))}
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
  )
}
