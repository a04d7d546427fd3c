'use client'

import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/form/field'
import { failureOf, request } from '@/lib/client/api'
import type { Said } from '@/lib/i18n/reason'
import { useTranslator } from '@/lib/i18n/use-translator'
import { paths } from '@/lib/paths'
import { NewPasswordField } from '../shell/new-password-field'
import { FormError } from '../ui/form/form-error'
import { trySignIn } from './try-sign-in'
import { useEntryForm } from './use-entry-form'

interface JoinFormProps {
  token: string
  purpose: 'invite' | 'password'
  email: string
}

/** Joins, or chooses a new password; `token` proves that they may. Then they are signed in. */
export function JoinForm({ token, purpose, email }: JoinFormProps) {
  const { t } = useTranslator()
  const { error, pending, isHydrated, submit } = useEntryForm((read) => {
    const name = purpose === 'invite' ? read('name') : undefined
    return spend({ token, name, password: read('password') })
  }, paths.inbox())

  return (
    <form onSubmit={submit} method="post" className="flex flex-col gap-4">
      <FormError>{error}</FormError>
      <Field
        label={t('signIn.email')}
        name="email"
        value={email}
        readOnly
        autoComplete="username"
      />
      {purpose === 'invite' && (
        <Field
          label={t('signIn.yourName')}
          name="name"
          autoComplete="name"
          required
          autoFocus
          maxLength={80}
        />
      )}
      <NewPasswordField
        label={t(purpose === 'invite' ? 'signIn.password' : 'signIn.newPassword')}
      />
      <Button type="submit" variant="primary" size="lg" pending={pending} disabled={!isHydrated}>
        {t(purpose === 'invite' ? 'signIn.join.submit' : 'signIn.join.setPassword')}
      </Button>
    </form>
  )
}

/** Why it didn't work, or undefined when it did. */
async function spend(input: {
  token: string
  name: string | undefined
  password: string
}): Promise<Said | undefined> {
  try {
    const body = input
    const { email } = await request<{ email: string }>(paths.api.join, { method: 'POST', body })
    return trySignIn(email, input.password)
  } catch (error) {
    return failureOf(error)
  }
}
