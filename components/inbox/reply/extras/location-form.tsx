'use client'

import { useState } from 'react'
import { Line } from '@/components/ui/form/line'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { FormProps } from './kinds'
import { toCoordinates, toCoordinateText } from './to-coordinates'

/** A place. Both numbers can be pasted at once, as maps give them: `22.2819, 114.1589`. */
export function LocationForm({ draft, onChange }: FormProps<'location'>) {
  const { t } = useTranslator()
  const [numbers, setNumbers] = useState(() => toCoordinateText(draft))
  const change = (next: string) => {
    setNumbers(next)
    onChange({ ...draft, ...toCoordinates(next) })
  }
  return (
    <>
      <Line
        label={t('composer.form.coordinates')}
        value={numbers}
        onChange={change}
        hint={t('composer.form.coordinatesHint')}
      />
      <Line
        label={t('composer.form.placeName')}
        value={draft.name}
        onChange={(name) => onChange({ ...draft, name })}
      />
      <Line
        label={t('composer.form.address')}
        value={draft.address}
        onChange={(address) => onChange({ ...draft, address })}
      />
    </>
  )
}
