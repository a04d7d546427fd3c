'use client'

import { Area } from '@/components/ui/form/area'
import { Line } from '@/components/ui/form/line'
import { RepeatedRows } from '@/components/ui/form/repeated-rows'
import { SENDABLE } from '@/lib/domain/reply/sendable'
import type { FormProps } from './kinds'
import { emptyRow } from './kinds'

/** A question whose answers open by a button, in sections. */
export function ListForm({ draft, onChange, platform }: FormProps<'list'>) {
  const limits = SENDABLE[platform].list
  return (
    <>
      <Area label="Text" value={draft.text} onChange={(text) => onChange({ ...draft, text })} />
      <Line
        label="Button that opens the list"
        value={draft.button}
        max={limits?.buttonMax}
        onChange={(button) => onChange({ ...draft, button })}
      />
      <RepeatedRows
        name="Section"
        rows={draft.sections}
        max={limits?.sectionsMax ?? 1}
        empty={() => ({ title: undefined, rows: [emptyRow()] })}
        onChange={(sections) => onChange({ ...draft, sections })}
      >
        {(section, change, name) => (
          <>
            <Line
              label={toTitleLabel(name, draft.sections.length)}
              value={section.title}
              max={limits?.titleMax}
              onChange={(title) => change({ ...section, title })}
            />
            <RepeatedRows
              name="Row"
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
                    label={`Line under ${rowName.toLowerCase()} (optional)`}
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

function toTitleLabel(name: string, sections: number): string {
  const label = `Title of ${name.toLowerCase()}`
  return sections > 1 ? label : `${label} (optional)`
}
