'use client'

import { Field } from '@/components/ui/form/field'
import { PASSWORD_LENGTH_MIN } from '@/lib/domain/people/password-limits'
import { useTranslator } from '@/lib/i18n/use-translator'

/** Where a password is chosen. */
export function NewPasswordField({ label }: { label: string }) {
  const { t } = useTranslator()
  return (
    <Field
      label={label}
      name="password"
      type="password"
      autoComplete="new-password"
      required
      minLength={PASSWORD_LENGTH_MIN}
      hint={t('shell.passwordHint', { min: PASSWORD_LENGTH_MIN })}
    />
  )
}
