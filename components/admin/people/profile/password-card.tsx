'use client'

import { type FormEvent, useState } from 'react'
import { toast } from 'sonner'
import { NewPasswordField } from '@/components/shell/new-password-field'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/form/field'
import { FormError } from '@/components/ui/form/form-error'
import { useChangePassword, useEndOtherSessions } from '@/lib/client/people/profile'
import { Card } from './card'

/** A new password, and the other browsers where I am signed in. */
export function PasswordCard() {
  const change = useChangePassword()
  const end = useEndOtherSessions()
  const [round, setRound] = useState(0)

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const read = (name: string) => String(form.get(name))
    const onSuccess = () => {
      toast('Your password is changed. Other browsers were signed out.')
      setRound(round + 1)
    }
    if (!change.isPending)
      change.mutate({ current: read('current'), password: read('password') }, { onSuccess })
  }

  return (
    <Card title="Password and sign-ins">
      <form key={round} onSubmit={submit} className="flex flex-col gap-4">
        <FormError>{change.error?.message}</FormError>
        <Field
          label="Current password"
          name="current"
          type="password"
          autoComplete="current-password"
          required
        />
        <NewPasswordField label="New password" />
        <Button type="submit" pending={change.isPending} className="self-start">
          Change password
        </Button>
      </form>
      <Button
        className="self-start"
        pending={end.isPending}
        onClick={() =>
          end.mutate(undefined, {
            onSuccess: ({ ended }) =>
              toast(
                ended === 0 ? 'You were signed in only here.' : `Signed out elsewhere: ${ended}.`,
              ),
          })
        }
      >
        Sign out my other browsers
      </Button>
    </Card>
  )
}
