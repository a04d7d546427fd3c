'use client'

import { useState } from 'react'
import { Line } from '@/components/ui/form/line'
import type { FormProps } from './kinds'
import { toCoordinates, toCoordinateText } from './to-coordinates'

/** A place. Both numbers can be pasted at once, as maps give them: `22.2819, 114.1589`. */
export function LocationForm({ draft, onChange }: FormProps<'location'>) {
  const [numbers, setNumbers] = useState(() => toCoordinateText(draft))
  const change = (next: string) => {
    setNumbers(next)
    onChange({ ...draft, ...toCoordinates(next) })
  }
  return (
    <>
      <Line
        label="Latitude and longitude"
        value={numbers}
        onChange={change}
        hint="As a map gives them: 22.2819, 114.1589"
      />
      <Line label="Name" value={draft.name} onChange={(name) => onChange({ ...draft, name })} />
      <Line
        label="Address"
        value={draft.address}
        onChange={(address) => onChange({ ...draft, address })}
      />
    </>
  )
}
