'use client'

import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/form/field'
import { useTranslator } from '@/lib/i18n/use-translator'
import { FormError } from '../ui/form/form-error'
import { trySignIn } from './try-sign-in'
import { useEntryForm } from './use-entry-form'

/** E-mail and password, then on to `goTo`, an address of ours. */
export function SignInForm({ goTo }: { goTo: string }) {
  const { t } = useTranslator()
  const { error, pending, isHydrated, submit } = useEntryForm(
    (read) => trySignIn(read('email'), read('password')),
    goTo,
  )

  return (
    <form onSubmit={submit} method="post" className="flex flex-col gap-4">
      <FormError>{error}</FormError>
      <Field
        label={t('signIn.email')}
        name="email"
        type="email"
        autoComplete="username"
        required
        autoFocus
      />
      <Field
        label={t('signIn.password')}
        name="password"
        type="password"
        autoComplete="current-password"
        required
      />
      <Button type="submit" variant="primary" size="lg" pending={pending} disabled={!isHydrated}>
        {t('signIn.submit')}
      </Button>
    </form>
  )
}
