'use client'

import { type FormEvent, useState } from 'react'
import { toast } from 'sonner'
import { toDateTime } from '@/components/shell/time/date-words'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/form/field'
import { Panel } from '@/components/ui/panel'
import { useChangeChannel } from '@/lib/client/channel/channel-admin'
import type { ChannelDetail } from '@/lib/view/channel-view'

const LAST = 'This is the only secret. Add the new one first.'

/** The secrets that sign this channel's webhooks: two while one takes the place of the other. */
export function SecretsPanel({ channel }: { channel: ChannelDetail }) {
  const change = useChangeChannel(channel.id)
  const { secrets } = channel
  const isLast = secrets.length === 1
  return (
    <Panel
      title="Secrets"
      about="To change it without losing a delivery: add the new one here, then set it at Stella, then remove the old one."
    >
      <ul aria-label="Secrets" className="mb-4 divide-y rounded-control border">
        {secrets.map(({ slot, hint, createdAt }) => (
          <li
            key={slot}
            aria-label={`Secret ${slot}`}
            className="flex flex-wrap items-center gap-3 px-3 py-2 text-list"
          >
            <span className="min-w-0 flex-1">
              <span className="font-medium">Secret {slot}</span>{' '}
              <span className="tabular-nums">••••{hint}</span>
              <span className="block text-meta text-muted">
                Accepted since {toDateTime(createdAt)}
              </span>
            </span>
            <Button
              disabledReason={isLast ? LAST : undefined}
              pending={change.isPending}
              onClick={() => change.mutate({ what: 'remove-secret', slot })}
            >
              Remove
            </Button>
          </li>
        ))}
      </ul>
      {isLast ? (
        <NewSecret channelId={channel.id} />
      ) : (
        <p className="text-list text-muted">
          Both are accepted. Remove the old one once Stella signs with the new one.
        </p>
      )}
    </Panel>
  )
}

function NewSecret({ channelId }: { channelId: string }) {
  const [secret, setSecret] = useState('')
  const change = useChangeChannel(channelId)
  function submit(event: FormEvent) {
    event.preventDefault()
    change.mutate(
      { what: 'add-secret', secret },
      {
        onSuccess: () => {
          setSecret('')
          toast('Both secrets are accepted now.')
        },
      },
    )
  }
  return (
    <form onSubmit={submit} className="flex max-w-lg flex-wrap items-end gap-2">
      <div className="min-w-56 flex-1">
        <Field
          label="New secret"
          type="password"
          autoComplete="off"
          required
          maxLength={4_000}
          value={secret}
          onChange={(event) => setSecret(event.currentTarget.value)}
        />
      </div>
      <Button type="submit" size="lg" pending={change.isPending}>
        Add
      </Button>
    </form>
  )
}
