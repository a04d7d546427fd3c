'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog/dialog'
import { FormError } from '@/components/ui/form/form-error'
import { failureOf } from '@/lib/client/api'
import { useChangePerson } from '@/lib/client/people/people'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { PeoplePage, PersonView } from '@/lib/view/people-view'
import { type Access, AccessFields } from './access-fields'

interface PersonDialogProps {
  person: PersonView
  channels: PeoplePage['channels']
  onClose: () => void
}

/** Somebody's role and channels. */
export function PersonDialog({ person, channels, onClose }: PersonDialogProps) {
  const { t, say } = useTranslator()
  const [access, setAccess] = useState<Access>(person)
  const change = useChangePerson()
  const save = () =>
    change.mutate(
      { id: person.id, disabled: person.disabled, ...toInput(access) },
      { onSuccess: onClose },
    )
  return (
    <Dialog
      open
      keeps
      onOpenChange={(open) => open || onClose()}
      title={person.name}
      description={person.email}
    >
      <div className="thin-scroll flex flex-col gap-4 overflow-auto p-5">
        <FormError>{change.error ? say(failureOf(change.error)) : undefined}</FormError>
        <AccessFields value={access} onChange={setAccess} channels={channels} />
        <p className="text-meta text-muted">{t('people.access.atOnce')}</p>
        <Button variant="primary" pending={change.isPending} onClick={save} className="self-end">
          {t('common.save')}
        </Button>
      </div>
    </Dialog>
  )
}

function toInput({ role, channelIds }: Access): Access {
  return { role, channelIds }
}
