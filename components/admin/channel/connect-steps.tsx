import { ChoiceField } from '@/components/ui/form/choice-field'
import { Field } from '@/components/ui/form/field'
import type { NewChannel } from '@/lib/client/channel/channel-admin'
import { PLATFORM_NAMES, PLATFORMS, type Platform } from '@/lib/domain/channel/channel'
import type { ConnectionView } from '@/lib/view/channel-view'

interface StepProps {
  channel: NewChannel
  set: (changes: Partial<NewChannel>) => void
}

/** What the channel is called at its own platform. */
const OWN_ID: Record<Platform, string> = {
  whatsapp: 'Its phone number, in digits with the country: 85268227287.',
  messenger: 'Its page id.',
  instagram: 'The id of its Instagram account.',
  web: 'Its id on the website.',
  wechat: 'The id of its official account.',
  slack: 'The id of its workspace or bot.',
  telegram: 'The id of its bot.',
}

/** Step 1: which channel this is. */
export function DetailsStep({
  channel,
  set,
  connections,
}: StepProps & { connections: ConnectionView[] }) {
  return (
    <>
      {connections.length > 1 && (
        <ChoiceField
          label="Connection"
          value={channel.connectionId}
          choices={connections.map(({ id, name }) => ({ value: id, label: name }))}
          onChoice={(connectionId) => set({ connectionId })}
        />
      )}
      <Field
        label="Name"
        required
        maxLength={80}
        value={channel.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
        hint="As agents know it, such as Shop HK."
      />
      <ChoiceField
        label="Platform"
        value={channel.platform}
        choices={PLATFORMS.map((value) => ({ value, label: PLATFORM_NAMES[value] }))}
        onChoice={(value) => set({ platform: PLATFORMS.find((known) => known === value) })}
      />
      <Field
        label="Channel id at Stella"
        required
        maxLength={200}
        value={channel.stellaId}
        onChange={(event) => set({ stellaId: event.currentTarget.value })}
        hint="Stella shows it on the channel’s page."
      />
      <Field
        label="Phone number or page ID"
        required
        maxLength={200}
        value={channel.externalId}
        onChange={(event) => set({ externalId: event.currentTarget.value })}
        hint={OWN_ID[channel.platform]}
      />
    </>
  )
}

/** Step 2: what signs its webhooks. */
export function SecretStep({ channel, set }: StepProps) {
  return (
    <Field
      label="Channel secret"
      type="password"
      autoComplete="off"
      autoFocus
      required
      maxLength={4_000}
      value={channel.secret}
      onChange={(event) => set({ secret: event.currentTarget.value })}
      hint="Stella signs every webhook with it. Stored encrypted, and never shown again."
    />
  )
}
