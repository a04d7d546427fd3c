'use client'

import { Area } from '@/components/ui/form/area'
import { Line } from '@/components/ui/form/line'
import { RepeatedRows } from '@/components/ui/form/repeated-rows'
import { SENDABLE } from '@/lib/domain/reply/sendable'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { FormProps } from './kinds'
import { emptyRow } from './kinds'
import { placeOf } from './place-of'

/** A question whose answers open by a button, in sections. */
export function ListForm({ draft, onChange, platform }: FormProps<'list'>) {
  const { t } = useTranslator()
  const limits = SENDABLE[platform].list
  return (
    <>
      <Area
        label={t('composer.form.text')}
        value={draft.text}
        onChange={(text) => onChange({ ...draft, text })}
      />
      <Line
        label={t('composer.form.listButton')}
        value={draft.button}
        max={limits?.buttonMax}
        onChange={(button) => onChange({ ...draft, button })}
      />
      <RepeatedRows
        name={t('composer.row.section')}
        rows={draft.sections}
        max={limits?.sectionsMax ?? 1}
        empty={() => ({ title: undefined, rows: [emptyRow()] })}
        onChange={(sections) => onChange({ ...draft, sections })}
      >
        {(section, change) => (
          <>
            <Line
              label={t(
                draft.sections.length > 1
                  ? 'composer.list.sectionTitle'
                  : 'composer.list.sectionTitleOptional',
                { place: placeOf(draft.sections, section) },
              )}
              value={section.title}
              max={limits?.titleMax}
              onChange={(title) => change({ ...section, title })}
            />
            <RepeatedRows
              name={t('composer.row.row')}
              rows={section.rows}
              max={limits?.choicesMax ?? 1}
              empty={emptyRow}
              onChange={(rows) => change({ ...section, rows })}
            >
              {(row, changeRow, rowName) => (
                <>
                  <Line
                    label={rowName}
                    value={row.title}
                    max={limits?.titleMax}
                    onChange={(title) => changeRow({ ...row, title })}
                  />
                  <Line
                    label={t('composer.list.rowText', { place: placeOf(section.rows, row) })}
                    value={row.text}
                    max={limits?.descriptionMax}
                    onChange={(text) => changeRow({ ...row, text })}
                  />
                </>
              )}
            </RepeatedRows>
          </>
        )}
      </RepeatedRows>
    </>
  )
}
