'use client'

import { ActivitySquare, Pencil } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Fact, FactList } from '@/components/ui/fact-list'
import { FormError } from '@/components/ui/form/form-error'
import { useCheckConnection } from '@/lib/client/channel/channel-admin'
import type { ConnectionView } from '@/lib/view/channel-view'
import { ProbeList } from './probe-list'
import { RemoveConnection } from './remove-connection'

/** One Stella app: where it is reached, and what it answers when asked. */
export function ConnectionCard({
  connection,
  onEdit,
}: {
  connection: ConnectionView
  onEdit: () => void
}) {
  const check = useCheckConnection(connection.id)
  return (
    <li aria-label={connection.name} className="rounded-bubble border bg-surface p-4">
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <div className="min-w-40 flex-1">
          <h2 className="truncate font-semibold">{connection.name}</h2>
          <p className="text-list text-muted">
            {connection.channels === 1 ? '1 channel' : `${connection.channels} channels`}
          </p>
        </div>
        <div className="flex gap-2">
          <Button pending={check.isPending} onClick={() => check.mutate()}>
            <ActivitySquare aria-hidden className="size-4" /> Check
          </Button>
          <Button onClick={onEdit}>
            <Pencil aria-hidden className="size-4" /> Edit
          </Button>
          <RemoveConnection connection={connection} />
        </div>
      </div>
      <FactList>
        <Fact name="Access token">
          <span className="tabular-nums">••••{connection.tokenHint}</span>, sent as{' '}
          <code>{connection.tokenParam}</code>
        </Fact>
        <Fact name="Bot API">{connection.botUrl}</Fact>
        <Fact name="REST API">{connection.restUrl}</Fact>
        <Fact name="File API">{connection.fileUrl}</Fact>
        <Fact name="Messages under">
          <code>{connection.responseKey}</code>
        </Fact>
        <Fact name="Events">
          {connection.dialect === 'stella' ? 'Stella' : 'WOZTELL'}, signed in{' '}
          <code>{connection.signatureHeader}</code>
        </Fact>
      </FactList>
      <FormError>{check.error?.message}</FormError>
      {check.data && <ProbeList probes={check.data.items} />}
    </li>
  )
}
