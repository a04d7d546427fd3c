'use client'

import { type FormEvent, useState } from 'react'
import { NewPasswordField } from '@/components/shell/new-password-field'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/form/field'
import { FormError } from '@/components/ui/form/form-error'
import { failureOf } from '@/lib/client/api'
import { toast } from '@/lib/client/browser/toast'
import { useChangePassword, useEndOtherSessions } from '@/lib/client/people/profile'
import { useTranslator } from '@/lib/i18n/use-translator'
import { Card } from './card'

/** A new password, and the other browsers where I am signed in. */
export function PasswordCard() {
  const { t, say } = useTranslator()
  const change = useChangePassword()
  const end = useEndOtherSessions()
  const [round, setRound] = useState(0)

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const read = (name: string) => String(form.get(name))
    const onSuccess = () => {
      toast(t('people.password.changed'))
      setRound(round + 1)
    }
    if (!change.isPending)
      change.mutate({ current: read('current'), password: read('password') }, { onSuccess })
  }

  return (
    <Card title={t('people.password.title')}>
      <form key={round} onSubmit={submit} className="flex flex-col gap-4">
        <FormError>{change.error ? say(failureOf(change.error)) : undefined}</FormError>
        <Field
          label={t('people.password.current')}
          name="current"
          type="password"
          autoComplete="current-password"
          required
        />
        <NewPasswordField label={t('people.password.new')} />
        <Button type="submit" pending={change.isPending} className="self-start">
          {t('people.password.change')}
        </Button>
      </form>
      <Button
        className="self-start"
        pending={end.isPending}
        onClick={() =>
          end.mutate(undefined, {
            onSuccess: ({ ended }) => toast(t('people.password.signedOutOthers', { count: ended })),
          })
        }
      >
        {t('people.password.signOutOthers')}
      </Button>
    </Card>
  )
}
