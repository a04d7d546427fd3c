'use client'

import { type FormEvent, useState } from 'react'
import { toast } from 'sonner'
import { toDateTime } from '@/components/shell/time/date-words'
import { Button } from '@/components/ui/button'
import { Fact, FactList } from '@/components/ui/fact-list'
import { Field } from '@/components/ui/form/field'
import { Panel } from '@/components/ui/panel'
import { useUnsaved } from '@/lib/client/browser/unsaved'
import { useChangeChannel } from '@/lib/client/channel/channel-admin'
import { PLATFORM_NAMES } from '@/lib/domain/channel/channel'
import type { ChannelDetail } from '@/lib/view/channel-view'

/** What the channel is: its name and own id can be set right, the rest makes it the channel it is. */
export function DetailsPanel({ channel }: { channel: ChannelDetail }) {
  const [name, setName] = useState(channel.name)
  const [externalId, setExternalId] = useState(channel.externalId)
  const change = useChangeChannel(channel.id)
  useUnsaved(name !== channel.name || externalId !== channel.externalId)
  function submit(event: FormEvent) {
    event.preventDefault()
    change.mutate(
      { what: 'details', name, externalId },
      { onSuccess: () => toast('The details are saved.') },
    )
  }
  return (
    <Panel title="Details">
      <form onSubmit={submit} className="flex max-w-lg flex-col gap-4">
        <FactList>
          <Fact name="Platform">{PLATFORM_NAMES[channel.platform]}</Fact>
          <Fact name="Channel id at Stella">{channel.stellaId}</Fact>
          <Fact name="Connected">{toDateTime(channel.connectedAt)}</Fact>
          {channel.disconnectedAt && (
            <Fact name="Disconnected">{toDateTime(channel.disconnectedAt)}</Fact>
          )}
        </FactList>
        <Field
          label="Name"
          required
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Field
          label="Phone number or page ID"
          required
          maxLength={200}
          value={externalId}
          onChange={(event) => setExternalId(event.currentTarget.value)}
          hint="Tells who wrote in events of pairing channels."
        />
        <Button type="submit" pending={change.isPending} className="self-start">
          Save the details
        </Button>
      </form>
    </Panel>
  )
}
