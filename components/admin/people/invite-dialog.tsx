'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog/dialog'
import { Field } from '@/components/ui/form/field'
import { FormError } from '@/components/ui/form/form-error'
import { failureOf } from '@/lib/client/api'
import { useInvite } from '@/lib/client/people/people'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { PeoplePage } from '@/lib/view/people-view'
import { type Access, AccessFields } from './access-fields'
import { LinkBox } from './link-box'

interface InviteDialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  channels: PeoplePage['channels']
}

/** Asks who is expected, and gives the link to send them. */
export function InviteDialog({ open, onOpenChange, channels }: InviteDialogProps) {
  const { t } = useTranslator()
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('people.invite.title')}
      description={t('people.invite.about')}
    >
      {open && <InviteForm channels={channels} onDone={() => onOpenChange(false)} />}
    </Dialog>
  )
}

function InviteForm({
  channels,
  onDone,
}: Pick<InviteDialogProps, 'channels'> & { onDone: () => void }) {
  const { t, say } = useTranslator()
  const invite = useInvite()
  const [access, setAccess] = useState<Access>({ role: 'agent', channelIds: null })

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const email = String(new FormData(event.currentTarget).get('email')).trim()
    if (!invite.isPending) invite.mutate({ email, ...access })
  }

  if (invite.data)
    return (
      <div className="flex flex-col gap-4 overflow-auto p-5">
        <LinkBox
          link={invite.data}
          what={t('people.link.forInvite', { email: invite.variables.email })}
        />
        <Button variant="primary" onClick={onDone} className="self-end">
          {t('common.done')}
        </Button>
      </div>
    )
  return (
    <form onSubmit={submit} className="thin-scroll flex flex-col gap-4 overflow-auto p-5">
      <FormError>{invite.error ? say(failureOf(invite.error)) : undefined}</FormError>
      <Field
        label={t('people.invite.email')}
        name="email"
        type="email"
        required
        autoComplete="off"
      />
      <AccessFields value={access} onChange={setAccess} channels={channels} />
      <Button type="submit" variant="primary" pending={invite.isPending} className="self-end">
        {t('people.invite.create')}
      </Button>
    </form>
  )
}
