'use client'

import { Line } from '@/components/ui/form/line'
import { Select } from '@/components/ui/form/select'
import type { ButtonType } from '@/lib/domain/reply/reply-content'
import type { Limits } from '@/lib/domain/reply/sendable'
import { type ButtonDraft, withTask } from './button-draft'

const TYPE_NAMES: Record<ButtonType, string> = {
  answer: 'Answer',
  link: 'Link',
  call: 'Phone call',
}

interface ButtonFieldsProps {
  button: ButtonDraft
  change: (button: ButtonDraft) => void
  name: string
  limits: Limits['buttons']
}

/** One button: its title, what it does where the platform knows more than answers, and what that needs. */
export function ButtonFields({ button, change, name, limits }: ButtonFieldsProps) {
  return (
    <>
      <Line
        label={name}
        value={button.title}
        max={limits?.titleMax}
        onChange={(title) => change({ ...button, title })}
      />
      {limits && limits.types.length > 1 && (
        <Select
          label={`What ${name.toLowerCase()} does`}
          value={button.type}
          choices={limits.types.map((value) => ({ value, label: TYPE_NAMES[value] }))}
          onChange={(type) => change(withTask(button, type))}
        />
      )}
      {button.type === 'link' && (
        <Line
          label={`Address of ${name.toLowerCase()}`}
          type="url"
          value={button.url}
          onChange={(url) => change({ ...button, url })}
        />
      )}
      {button.type === 'call' && (
        <Line
          label={`Number of ${name.toLowerCase()}`}
          type="tel"
          value={button.phone}
          onChange={(phone) => change({ ...button, phone })}
        />
      )}
    </>
  )
}
