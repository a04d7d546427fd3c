'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/form/field'
import { Panel } from '@/components/ui/panel'
import { toast } from '@/lib/client/browser/toast'
import { useChangeChannel } from '@/lib/client/channel/channel-admin'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { ChannelDetail } from '@/lib/view/channel-view'

/** The secrets that sign this channel's webhooks: two while one takes the place of the other. */
export function SecretsPanel({ channel }: { channel: ChannelDetail }) {
  const { t, moment } = useTranslator()
  const change = useChangeChannel(channel.id)
  const { secrets } = channel
  const isLast = secrets.length === 1
  return (
    <Panel title={t('channelAdmin.secrets.title')} about={t('channelAdmin.secrets.about')}>
      <ul
        aria-label={t('channelAdmin.secrets.title')}
        className="mb-4 divide-y rounded-control border"
      >
        {secrets.map(({ slot, hint, createdAt }) => (
          <li
            key={slot}
            aria-label={t('channelAdmin.secrets.name', { slot })}
            className="flex flex-wrap items-center gap-3 px-3 py-2 text-list"
          >
            <span className="min-w-0 flex-1">
              <span className="font-medium">{t('channelAdmin.secrets.name', { slot })}</span>{' '}
              <span className="tabular-nums">••••{hint}</span>
              <span className="block text-meta text-muted">
                {t('channelAdmin.secrets.since', { at: moment(Date.parse(createdAt)) })}
              </span>
            </span>
            <Button
              disabledReason={isLast ? t('channelAdmin.secrets.onlyOne') : undefined}
              pending={change.isPending}
              onClick={() => change.mutate({ what: 'remove-secret', slot })}
            >
              {t('common.remove')}
            </Button>
          </li>
        ))}
      </ul>
      {isLast ? (
        <NewSecret channelId={channel.id} />
      ) : (
        <p className="text-list text-muted">{t('channelAdmin.secrets.both')}</p>
      )}
    </Panel>
  )
}

function NewSecret({ channelId }: { channelId: string }) {
  const { t } = useTranslator()
  const [secret, setSecret] = useState('')
  const change = useChangeChannel(channelId)
  function submit(event: FormEvent) {
    event.preventDefault()
    change.mutate(
      { what: 'add-secret', secret },
      {
        onSuccess: () => {
          setSecret('')
          toast(t('channelAdmin.secrets.added'))
        },
      },
    )
  }
  return (
    <form onSubmit={submit} className="flex max-w-lg flex-wrap items-end gap-2">
      <div className="min-w-56 flex-1">
        <Field
          label={t('channelAdmin.secrets.new')}
          type="password"
          autoComplete="off"
          required
          maxLength={4_000}
          value={secret}
          onChange={(event) => setSecret(event.currentTarget.value)}
        />
      </div>
      <Button type="submit" size="lg" pending={change.isPending}>
        {t('common.add')}
      </Button>
    </form>
  )
}
