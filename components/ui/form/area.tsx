import type { ComponentProps } from 'react'
import { TextAreaField } from '@/components/ui/form/text-area-field'

interface AreaProps extends Omit<ComponentProps<typeof TextAreaField>, 'onChange'> {
  onChange: (text: string) => void
}

/** A labelled field for a few lines. */
export function Area({ onChange, ...rest }: AreaProps) {
  return (
    <TextAreaField
      rows={3}
      onChange={(event) => onChange(event.currentTarget.value)}
      className="resize-y transition-shadow duration-100"
      {...rest}
    />
  )
}
