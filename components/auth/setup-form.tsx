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

/** The first admin of a new inbox; `token` proves that they may. */
export function SetupForm({ token }: { token: string }) {
  const [error, setError] = useState<string>()
  const [pending, setPending] = useState(false)
  const isHydrated = useHydrated()

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (pending) return
    const form = new FormData(event.currentTarget)
    const read = (field: string) => String(form.get(field))
    setPending(true)
    setError(undefined)
    const failure = await create({
      token,
      name: read('name'),
      email: read('email'),
      password: read('password'),
    })
    if (failure === undefined) return window.location.assign(paths.inbox())
    setError(failure)
    setPending(false)
  }

  return (
    <form onSubmit={submit} method="post" className="flex flex-col gap-4">
      <FormError>{error}</FormError>
      <Field label="Your name" name="name" autoComplete="name" required autoFocus maxLength={80} />
      <Field label="E-mail" name="email" type="email" autoComplete="username" required />
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete="new-password"
        required
        minLength={PASSWORD_LENGTH_MIN}
        hint={`At least ${PASSWORD_LENGTH_MIN} characters. A few words are better than signs.`}
      />
      <Button type="submit" variant="primary" size="lg" pending={pending} disabled={!isHydrated}>
        Create the first admin
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

/** Makes the account and signs in with it: a sentence why not, or undefined when it worked. */
async function create(admin: NewAdmin): Promise<string | undefined> {
  try {
    await request(paths.api.setup, { method: 'POST', body: admin })
  } catch (error) {
    return error instanceof Error ? error.message : 'That didn’t work. Try again.'
  }
  return trySignIn(admin.email, admin.password)
}
