'use client'

import { Area } from '@/components/ui/form/area'
import { Line } from '@/components/ui/form/line'
import { RepeatedRows } from '@/components/ui/form/repeated-rows'
import { Select } from '@/components/ui/form/select'
import type { ButtonType, Posted } from '@/lib/domain/reply/reply-content'
import { SENDABLE } from '@/lib/domain/reply/sendable'
import type { FormProps } from './kinds'
import { emptyChoice } from './kinds'

type ButtonDraft = Posted<'buttons'>['buttons'][number]

const TYPE_NAMES: Record<ButtonType, string> = {
  answer: 'Answer',
  link: 'Link',
  call: 'Phone call',
}

/** A text with buttons under it: answers, and where the platform has them links and calls. */
export function ButtonsForm({ draft, onChange, platform }: FormProps<'buttons'>) {
  const limits = SENDABLE[platform].buttons
  const around = limits?.headerMax
  return (
    <>
      {around !== undefined && (
        <Line
          label="Header (optional)"
          value={draft.header}
          max={around}
          onChange={(header) => onChange({ ...draft, header })}
        />
      )}
      <Area label="Text" value={draft.text} onChange={(text) => onChange({ ...draft, text })} />
      {around !== undefined && (
        <Line
          label="Footer (optional)"
          value={draft.footer}
          max={around}
          onChange={(footer) => onChange({ ...draft, footer })}
        />
      )}
      <RepeatedRows<ButtonDraft>
        name="Button"
        rows={draft.buttons}
        max={limits?.choicesMax ?? 1}
        empty={() => ({ type: 'answer', ...emptyChoice() })}
        onChange={(buttons) => onChange({ ...draft, buttons })}
      >
        {(button, change, name) => (
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
                onChange={(type) => change(asType(button, type))}
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
        )}
      </RepeatedRows>
    </>
  )
}

function asType({ title }: ButtonDraft, type: ButtonType): ButtonDraft {
  if (type === 'link') return { type, title, url: 'https://' }
  if (type === 'call') return { type, title, phone: '' }
  return { type, title, payload: undefined }
}
