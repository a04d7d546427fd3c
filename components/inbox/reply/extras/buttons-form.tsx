'use client'

import { Area } from '@/components/ui/form/area'
import { Line } from '@/components/ui/form/line'
import { RepeatedRows } from '@/components/ui/form/repeated-rows'
import { SENDABLE } from '@/lib/domain/reply/sendable'
import type { ButtonDraft } from './button-draft'
import { ButtonFields } from './button-fields'
import type { FormProps } from './kinds'
import { emptyChoice } from './kinds'

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
          <ButtonFields button={button} change={change} name={name} limits={limits} />
        )}
      </RepeatedRows>
    </>
  )
}
