import { Field } from '@/components/ui/form/field'
import { PASSWORD_LENGTH_MIN } from '@/lib/domain/people/password-limits'

/** Where a password is chosen. */
export function NewPasswordField({ label }: { label: string }) {
  return (
    <Field
      label={label}
      name="password"
      type="password"
      autoComplete="new-password"
      required
      minLength={PASSWORD_LENGTH_MIN}
      hint={`At least ${PASSWORD_LENGTH_MIN} characters. A few words are better than signs.`}
    />
  )
}
