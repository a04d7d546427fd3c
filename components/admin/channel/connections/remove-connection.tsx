'use client'

import { Trash2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog/dialog'
import { Field } from '@/components/ui/form/field'
import { FormError } from '@/components/ui/form/form-error'
import { useRemoveConnection } from '@/lib/client/channel/channel-admin'
import { removalBlockedBecause } from '@/lib/domain/channel/connection-removal'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { ConnectionView } from '@/lib/view/channel-view'

/** Removes a connection once its name is typed; while channels are connected through it, it says so. */
export function RemoveConnection({ connection }: { connection: ConnectionView }) {
  const { say } = useTranslator()
  const blocked = removalBlockedBecause(connection)
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button
        variant="danger"
        disabledReason={blocked && say(blocked)}
        onClick={() => setAsking(true)}
      >
        <Trash2 aria-hidden className="size-4" /> Remove
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
  const { id, name, channels } = connection
  const [typed, setTyped] = useState('')
  const remove = useRemoveConnection(id)
  const differs = typed.trim() === name ? undefined : 'Type the name of the connection first.'

  function submit(event: FormEvent) {
    event.preventDefault()
    if (differs) return
    remove.mutate(typed, {
      onSuccess: () => {
        toast(`${name} is removed.`)
        onClose()
      },
    })
  }

  return (
    <Dialog open onOpenChange={(open) => open || onClose()} title={`Remove ${name}?`}>
      <form onSubmit={submit} className="thin-scroll flex flex-col gap-4 overflow-auto p-5">
        <p>
          Its access token is destroyed here; in Stella it stays until you revoke it there.
          {channels > 0 &&
            ' Its channels stay disconnected, with their history, until another connection takes them on.'}
        </p>
        <Field
          label={`Type “${name}” to remove it`}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <FormError>{remove.error?.message}</FormError>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            variant="danger"
            disabledReason={differs}
            pending={remove.isPending}
          >
            Remove
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
