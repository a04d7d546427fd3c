'use client'

import { Area } from '@/components/ui/form/area'
import { Line } from '@/components/ui/form/line'
import { RepeatedRows } from '@/components/ui/form/repeated-rows'
import { SENDABLE } from '@/lib/domain/reply/sendable'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { ButtonDraft } from './button-draft'
import { ButtonFields } from './button-fields'
import type { FormProps } from './kinds'
import { emptyChoice } from './kinds'
import { placeOf } from './place-of'

/** A text with buttons under it: answers, and where the platform has them links and calls. */
export function ButtonsForm({ draft, onChange, platform }: FormProps<'buttons'>) {
  const { t } = useTranslator()
  const limits = SENDABLE[platform].buttons
  const around = limits?.headerMax
  return (
    <>
      {around !== undefined && (
        <Line
          label={t('composer.form.header')}
          value={draft.header}
          max={around}
          onChange={(header) => onChange({ ...draft, header })}
        />
      )}
      <Area
        label={t('composer.form.text')}
        value={draft.text}
        onChange={(text) => onChange({ ...draft, text })}
      />
      {around !== undefined && (
        <Line
          label={t('composer.form.footer')}
          value={draft.footer}
          max={around}
          onChange={(footer) => onChange({ ...draft, footer })}
        />
      )}
      <RepeatedRows<ButtonDraft>
        name={t('composer.row.button')}
        rows={draft.buttons}
        max={limits?.choicesMax ?? 1}
        empty={() => ({ type: 'answer', ...emptyChoice() })}
        onChange={(buttons) => onChange({ ...draft, buttons })}
      >
        {(button, change, name) => (
          <ButtonFields
            button={button}
            change={change}
            name={name}
            place={placeOf(draft.buttons, button)}
            limits={limits}
          />
        )}
      </RepeatedRows>
    </>
  )
}
