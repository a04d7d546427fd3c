'use client'

import { Field } from '@/components/ui/form/field'
import { useTranslator } from '@/lib/i18n/use-translator'

interface LineProps {
  label: string
  value: string | undefined
  onChange: (text: string) => void
  hint?: string
  max?: number
  type?: 'text' | 'url' | 'tel' | 'email'
}

/** A one-line field of a form, with the count once its limit comes near. */
export function Line({ label, value = '', onChange, hint, max, type = 'text' }: LineProps) {
  const { t } = useTranslator()
  const near = max !== undefined && value.length > max * 0.7
  return (
    <Field
      label={label}
      type={type}
      dir="auto"
      value={value}
      hint={near ? t('common.charactersUsed', { count: value.length, max }) : hint}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
