'use client'

import { Plus, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { withKeys } from '@/components/ui/with-keys'
import { useTranslator } from '@/lib/i18n/use-translator'

interface RowsProps<Row> {
  /** One of them in the reader’s language, such as `Button`. */
  name: string
  rows: Row[]
  max: number
  empty: () => Row
  onChange: (rows: Row[]) => void
  children: (row: Row, change: (row: Row) => void, name: string) => ReactNode
}

/** Several of the same in a form: each can be taken out, and another one added up to the platform's limit. */
export function RepeatedRows<Row>({ name, rows, max, empty, onChange, children }: RowsProps<Row>) {
  const { t, tag } = useTranslator()
  const full = rows.length >= max ? t('common.rowsFull', { max }) : undefined
  // Within a label its first letter is as any other.
  const inLabel = name.toLocaleLowerCase(tag)
  const nameOf = (place: number) => t('common.rowName', { name, place: place + 1 })
  return (
    <div className="flex flex-col gap-3">
      {withKeys(rows).map(({ key, row }, place) => (
        <fieldset key={key} className="flex min-w-0 flex-col gap-2.5 rounded-control border p-3">
          <legend className="sr-only">{nameOf(place)}</legend>
          <div className="flex items-start gap-2">
            <div className="flex min-w-0 flex-1 flex-col gap-2.5">
              {children(row, (next) => onChange(rows.with(place, next)), nameOf(place))}
            </div>
            <IconButton
              label={t('common.removeRow', {
                name: t('common.rowName', { name: inLabel, place: place + 1 }),
              })}
              onClick={() => onChange(rows.toSpliced(place, 1))}
            >
              <X aria-hidden className="size-4" />
            </IconButton>
          </div>
        </fieldset>
      ))}
      <Button
        className="self-start"
        disabledReason={full}
        onClick={() => onChange([...rows, empty()])}
      >
        <Plus aria-hidden className="size-4" />
        {t('common.addRow', { name: inLabel })}
      </Button>
    </div>
  )
}
