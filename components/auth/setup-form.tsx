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

/** The first admin of a new inbox; `token` proves that they may. */
export function SetupForm({ token }: { token: string }) {
  const { t } = useTranslator()
  const { error, pending, isHydrated, submit } = useEntryForm(
    (read) =>
      create({
        token,
        name: read('name'),
        email: read('email'),
        password: read('password'),
      }),
    paths.inbox(),
  )

  return (
    <form onSubmit={submit} method="post" className="flex flex-col gap-4">
      <FormError>{error}</FormError>
      <Field
        label={t('signIn.yourName')}
        name="name"
        autoComplete="name"
        required
        autoFocus
        maxLength={80}
      />
      <Field label={t('signIn.email')} name="email" type="email" autoComplete="username" required />
      <NewPasswordField label={t('signIn.password')} />
      <Button type="submit" variant="primary" size="lg" pending={pending} disabled={!isHydrated}>
        {t('signIn.setup.submit')}
      </Button>
    </form>
  )
}

interface NewAdmin {
  token: string
  name: string
  email: string
  password: string
}

/** Makes the account and signs in with it: why not, or undefined when it worked. */
async function create(admin: NewAdmin): Promise<Said | undefined> {
  try {
    await request(paths.api.setup, { method: 'POST', body: admin })
  } catch (error) {
    return failureOf(error)
  }
  return trySignIn(admin.email, admin.password)
}
