'use client'

import { ChoiceField } from '@/components/ui/form/choice-field'
import { Field } from '@/components/ui/form/field'
import type { NewChannel } from '@/lib/client/channel/channel-admin'
import { PLATFORM_NAMES, PLATFORMS, type Platform } from '@/lib/domain/channel/channel'
import type { Key } from '@/lib/i18n/message-catalogue'
import { useTranslator } from '@/lib/i18n/use-translator'
import type { ConnectionView } from '@/lib/view/channel-view'

interface StepProps {
  channel: NewChannel
  set: (changes: Partial<NewChannel>) => void
}

/** What the channel is called at its own platform. */
const OWN_ID = {
  whatsapp: 'channelAdmin.ownId.whatsapp',
  messenger: 'channelAdmin.ownId.messenger',
  instagram: 'channelAdmin.ownId.instagram',
  web: 'channelAdmin.ownId.web',
  wechat: 'channelAdmin.ownId.wechat',
  slack: 'channelAdmin.ownId.slack',
  telegram: 'channelAdmin.ownId.telegram',
} as const satisfies Record<Platform, Key>

/** Step 1: which channel this is. */
export function DetailsStep({
  channel,
  set,
  connections,
}: StepProps & { connections: ConnectionView[] }) {
  const { t, say } = useTranslator()
  return (
    <>
      {connections.length > 1 && (
        <ChoiceField
          label={t('channelAdmin.details.connection')}
          value={channel.connectionId}
          choices={connections.map(({ id, name }) => ({ value: id, label: name }))}
          onChoice={(connectionId) => set({ connectionId })}
        />
      )}
      <Field
        label={t('common.name')}
        required
        maxLength={80}
        value={channel.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
        hint={t('channelAdmin.details.nameHint')}
      />
      <ChoiceField
        label={t('channelAdmin.details.platform')}
        value={channel.platform}
        choices={PLATFORMS.map((value) => ({ value, label: say(PLATFORM_NAMES[value]) }))}
        onChoice={(value) => set({ platform: PLATFORMS.find((known) => known === value) })}
      />
      <Field
        label={t('channelAdmin.details.stellaId')}
        required
        maxLength={200}
        value={channel.stellaId}
        onChange={(event) => set({ stellaId: event.currentTarget.value })}
        hint={t('channelAdmin.details.stellaIdHint')}
      />
      <Field
        label={t('channelAdmin.details.externalId')}
        required
        maxLength={200}
        value={channel.externalId}
        onChange={(event) => set({ externalId: event.currentTarget.value })}
        hint={t(OWN_ID[channel.platform])}
      />
    </>
  )
}

/** Step 2: what signs its webhooks. */
export function SecretStep({ channel, set }: StepProps) {
  const { t } = useTranslator()
  return (
    <Field
      label={t('channelAdmin.connect.secret')}
      type="password"
      autoComplete="off"
      autoFocus
      required
      maxLength={4_000}
      value={channel.secret}
      onChange={(event) => set({ secret: event.currentTarget.value })}
      hint={t('channelAdmin.connect.secretHint')}
    />
  )
}
