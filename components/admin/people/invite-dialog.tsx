'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog/dialog'
import { Field } from '@/components/ui/form/field'
import { FormError } from '@/components/ui/form/form-error'
import { useInvite } from '@/lib/client/people/people'
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
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Invite somebody"
      description="They get a link from you and choose their name and password."
    >
      {open && <InviteForm channels={channels} onDone={() => onOpenChange(false)} />}
    </Dialog>
  )
}

function InviteForm({
  channels,
  onDone,
}: Pick<InviteDialogProps, 'channels'> & { onDone: () => void }) {
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
        <LinkBox link={invite.data} what={`Send this link to ${invite.variables.email}.`} />
        <Button variant="primary" onClick={onDone} className="self-end">
          Done
        </Button>
      </div>
    )
  return (
    <form onSubmit={submit} className="thin-scroll flex flex-col gap-4 overflow-auto p-5">
      <FormError>{invite.error?.message}</FormError>
      <Field label="E-mail" name="email" type="email" required autoComplete="off" />
      <AccessFields value={access} onChange={setAccess} channels={channels} />
      <Button type="submit" variant="primary" pending={invite.isPending} className="self-end">
        Create invite link
      </Button>
    </form>
  )
}
