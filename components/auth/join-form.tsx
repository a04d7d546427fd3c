'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { useHydrated } from '@/components/ui/use-hydrated'
import { request } from '@/lib/client/api'
import { paths } from '@/lib/paths'
import { FormError } from './form-error'
import { trySignIn } from './try-sign-in'

const PASSWORD_LENGTH_MIN = 10

interface JoinFormProps {
  token: string
  purpose: 'invite' | 'password'
  email: string
}

/** Joins, or chooses a new password; `token` proves that they may. Then they are signed in. */
export function JoinForm({ token, purpose, email }: JoinFormProps) {
  const [error, setError] = useState<string>()
  const [pending, setPending] = useState(false)
  const isHydrated = useHydrated()

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (pending) return
    const form = new FormData(event.currentTarget)
    const password = String(form.get('password'))
    const name = purpose === 'invite' ? String(form.get('name')) : undefined
    setPending(true)
    setError(undefined)
    const failure = await spend({ token, name, password })
    if (failure === undefined) return window.location.assign(paths.inbox())
    setError(failure)
    setPending(false)
  }

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
      <Field
        label={purpose === 'invite' ? 'Password' : 'New password'}
        name="password"
        type="password"
        autoComplete="new-password"
        required
        minLength={PASSWORD_LENGTH_MIN}
        hint={`At least ${PASSWORD_LENGTH_MIN} characters. A few words are better than signs.`}
      />
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
