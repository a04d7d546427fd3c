'use client'

import { Area } from '@/components/ui/form/area'
import { Line } from '@/components/ui/form/line'
import { RepeatedRows } from '@/components/ui/form/repeated-rows'
import { SENDABLE } from '@/lib/domain/reply/sendable'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { FormProps } from './kinds'
import { emptyChoice } from './kinds'

/** A question with answers to tap, which go away once one was tapped. */
export function QuickRepliesForm({ draft, onChange, platform }: FormProps<'quick-replies'>) {
  const { t } = useTranslator()
  const limits = SENDABLE[platform]['quick-replies']
  return (
    <>
      <Area
        label={t('composer.form.text')}
        value={draft.text}
        onChange={(text) => onChange({ ...draft, text })}
      />
      <RepeatedRows
        name={t('composer.row.quickReply')}
        rows={draft.choices}
        max={limits?.choicesMax ?? 1}
        empty={emptyChoice}
        onChange={(choices) => onChange({ ...draft, choices })}
      >
        {(choice, change, name) => (
          <Line
            label={name}
            value={choice.title}
            max={limits?.titleMax}
            onChange={(title) => change({ ...choice, title })}
          />
        )}
      </RepeatedRows>
    </>
  )
}
