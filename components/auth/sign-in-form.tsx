'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { useHydrated } from '@/components/ui/use-hydrated'
import { FormError } from './form-error'
import { trySignIn } from './try-sign-in'

/** E-mail and password, then on to `goTo`, an address of ours. */
export function SignInForm({ goTo }: { goTo: string }) {
  const [error, setError] = useState<string>()
  const [pending, setPending] = useState(false)
  const isHydrated = useHydrated()

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (pending) return
    const form = new FormData(event.currentTarget)
    setPending(true)
    setError(undefined)
    const failure = await trySignIn(String(form.get('email')), String(form.get('password')))
    // A full load: the page behind the door must be drawn for the person who came in.
    if (failure === undefined) return window.location.assign(goTo)
    setError(failure)
    setPending(false)
  }

  return (
    <form onSubmit={submit} method="post" className="flex flex-col gap-4">
      <FormError>{error}</FormError>
      <Field label="E-mail" name="email" type="email" autoComplete="username" required autoFocus />
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
      />
      <Button type="submit" variant="primary" size="lg" pending={pending} disabled={!isHydrated}>
        Sign in
      </Button>
    </form>
  )
}
