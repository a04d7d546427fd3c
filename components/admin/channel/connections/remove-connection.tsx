'use client'

import { Trash2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog/dialog'
import { Field } from '@/components/ui/form/field'
import { FormError } from '@/components/ui/form/form-error'
import { failureOf } from '@/lib/client/api'
import { toast } from '@/lib/client/browser/toast'
import { useRemoveConnection } from '@/lib/client/channel/channel-admin'
import { removalBlockedBecause } from '@/lib/domain/channel/connection-removal'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { ConnectionView } from '@/lib/view/channel-view'

/** Removes a connection once its name is typed; while channels are connected through it, it says so. */
export function RemoveConnection({ connection }: { connection: ConnectionView }) {
  const { t, say } = useTranslator()
  const blocked = removalBlockedBecause(connection)
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button
        variant="danger"
        disabledReason={blocked && say(blocked)}
        onClick={() => setAsking(true)}
      >
        <Trash2 aria-hidden className="size-4" /> {t('common.remove')}
      </Button>
      {asking && <RemovalDialog connection={connection} onClose={() => setAsking(false)} />}
    </>
  )
}

interface RemovalDialogProps {
  connection: ConnectionView
  onClose: () => void
}

function RemovalDialog({ connection, onClose }: RemovalDialogProps) {
  const { t, say } = useTranslator()
  const { id, name, channels } = connection
  const [typed, setTyped] = useState('')
  const remove = useRemoveConnection(id)
  const differs = typed.trim() === name ? undefined : t('connection.screen.typeNameFirst')

  function submit(event: FormEvent) {
    event.preventDefault()
    if (differs) return
    remove.mutate(typed, {
      onSuccess: () => {
        toast(t('connection.screen.removed', { name }))
        onClose()
      },
    })
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t('connection.screen.removeTitle', { name })}
    >
      <form onSubmit={submit} className="thin-scroll flex flex-col gap-4 overflow-auto p-5">
        <p>
          {channels > 0
            ? t('connection.screen.removeTextChannels')
            : t('connection.screen.removeText')}
        </p>
        <Field
          label={t('connection.screen.typeName', { name })}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <FormError>{remove.error ? say(failureOf(remove.error)) : undefined}</FormError>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            type="submit"
            variant="danger"
            disabledReason={differs}
            pending={remove.isPending}
          >
            {t('common.remove')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
