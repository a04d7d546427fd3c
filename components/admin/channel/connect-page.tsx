'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Loaded } from '@/components/ui/feedback/loaded'
import { FormError } from '@/components/ui/form/form-error'
import { TitledPage } from '@/components/ui/titled-page'
import { failureOf } from '@/lib/client/api'
import { useUnsaved } from '@/lib/client/browser/unsaved'
import type { NewChannel } from '@/lib/client/channel/channel-admin'
import { useConnectChannel, useConnections } from '@/lib/client/channel/channel-admin'
import { useTranslator } from '@/lib/i18n/use-translator'
import { paths } from '@/lib/paths'
import type { ConnectionView } from '@/lib/view/channel-view'
import { DetailsStep, SecretStep } from './connect-steps'
import { NoConnection } from './no-connection'
import { StepList } from './step-list'
import { WaitingStep } from './waiting-step'

/** A channel in three steps: what it is, its secret, and the address that Stella needs. */
export function ConnectPage() {
  const { t } = useTranslator()
  const connections = useConnections()
  return (
    <TitledPage title={t('channelAdmin.connect.title')} about={t('channelAdmin.connect.about')}>
      <Loaded query={connections} what={t('connection.screen.loaded')}>
        {({ items }) =>
          items[0] ? <Steps connections={items} first={items[0]} /> : <NoConnection />
        }
      </Loaded>
    </TitledPage>
  )
}

const EMPTY = { name: '', platform: 'whatsapp', stellaId: '', externalId: '', secret: '' } as const

function Steps({ connections, first }: { connections: ConnectionView[]; first: ConnectionView }) {
  const { t, say } = useTranslator()
  const [step, setStep] = useState<1 | 2>(1)
  const [channel, setChannel] = useState<NewChannel>({ connectionId: first.id, ...EMPTY })
  const connect = useConnectChannel()
  const set = (changes: Partial<NewChannel>) => setChannel({ ...channel, ...changes })
  const { name, stellaId, externalId, secret } = channel
  useUnsaved(!connect.data && `${name}${stellaId}${externalId}${secret}` !== '')

  function submit(event: FormEvent) {
    event.preventDefault()
    if (step === 1) setStep(2)
    else connect.mutate(channel)
  }

  if (connect.data)
    return (
      <>
        <StepList current={3} />
        <WaitingStep channelId={connect.data.id} more={paths.admin.channel(connect.data.id)} />
      </>
    )
  return (
    <>
      <StepList current={step} />
      <form onSubmit={submit} className="flex max-w-lg flex-col gap-4">
        {step === 1 ? (
          <DetailsStep channel={channel} set={set} connections={connections} />
        ) : (
          <SecretStep channel={channel} set={set} />
        )}
        <FormError>{connect.error ? say(failureOf(connect.error)) : undefined}</FormError>
        <div className="flex gap-2">
          {step === 2 && <Button onClick={() => setStep(1)}>{t('common.back')}</Button>}
          <Button type="submit" variant="primary" pending={connect.isPending}>
            {step === 1 ? t('common.next') : t('channelAdmin.connect.submit')}
          </Button>
        </div>
      </form>
    </>
  )
}
