'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Fact, FactList } from '@/components/ui/fact-list'
import { Field } from '@/components/ui/form/field'
import { Panel } from '@/components/ui/panel'
import { toast } from '@/lib/client/browser/toast'
import { useUnsaved } from '@/lib/client/browser/unsaved'
import { useChangeChannel } from '@/lib/client/channel/channel-admin'
import { PLATFORM_NAMES } from '@/lib/domain/channel/channel'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { ChannelDetail } from '@/lib/view/channel-view'

/** What the channel is: its name and own id can be set right, the rest makes it the channel it is. */
export function DetailsPanel({ channel }: { channel: ChannelDetail }) {
  const { t, say, moment } = useTranslator()
  const [name, setName] = useState(channel.name)
  const [externalId, setExternalId] = useState(channel.externalId)
  const change = useChangeChannel(channel.id)
  useUnsaved(name !== channel.name || externalId !== channel.externalId)
  function submit(event: FormEvent) {
    event.preventDefault()
    change.mutate(
      { what: 'details', name, externalId },
      { onSuccess: () => toast(t('channelAdmin.details.saved')) },
    )
  }
  return (
    <Panel title={t('channelAdmin.details.title')}>
      <form onSubmit={submit} className="flex max-w-lg flex-col gap-4">
        <FactList>
          <Fact name={t('channelAdmin.details.platform')}>
            {say(PLATFORM_NAMES[channel.platform])}
          </Fact>
          <Fact name={t('channelAdmin.details.stellaId')}>{channel.stellaId}</Fact>
          <Fact name={t('channelAdmin.details.connected')}>
            {moment(Date.parse(channel.connectedAt))}
          </Fact>
          {channel.disconnectedAt && (
            <Fact name={t('channelAdmin.details.disconnected')}>
              {moment(Date.parse(channel.disconnectedAt))}
            </Fact>
          )}
        </FactList>
        <Field
          label={t('common.name')}
          required
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Field
          label={t('channelAdmin.details.externalId')}
          required
          maxLength={200}
          value={externalId}
          onChange={(event) => setExternalId(event.currentTarget.value)}
          hint={t('channelAdmin.details.externalIdHint')}
        />
        <Button type="submit" pending={change.isPending} className="self-start">
          {t('channelAdmin.details.save')}
        </Button>
      </form>
    </Panel>
  )
}
