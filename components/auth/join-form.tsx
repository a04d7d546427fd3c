'use client'

import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/form/field'
import { request } from '@/lib/client/api'
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
  const { error, pending, isHydrated, submit } = useEntryForm((read) => {
    const name = purpose === 'invite' ? read('name') : undefined
    return spend({ token, name, password: read('password') })
  }, paths.inbox())

  return (
    <form onSubmit={submit} method="post" className="flex flex-col gap-4">
      <FormError>{error}</FormError>
      <Field label="E-mail" name="email" value={email} readOnly autoComplete="username" />
      {purpose === 'invite' && (
        <Field
          label="Your name"
          name="name"
          autoComplete="name"
          required
          autoFocus
          maxLength={80}
        />
      )}
      <NewPasswordField label={purpose === 'invite' ? 'Password' : 'New password'} />
      <Button type="submit" variant="primary" size="lg" pending={pending} disabled={!isHydrated}>
        {purpose === 'invite' ? 'Join' : 'Set the password'}
      </Button>
    </form>
  )
}

/** A sentence why it didn't work, or undefined when it did. */
async function spend(input: {
  token: string
  name: string | undefined
  password: string
}): Promise<string | undefined> {
  try {
    const body = input
    const { email } = await request<{ email: string }>(paths.api.join, { method: 'POST', body })
    return trySignIn(email, input.password)
  } catch (error) {
    return error instanceof Error ? error.message : 'That didn’t work. Try again.'
  }
}
