'use client'

import Link from 'next/link'
import { type FormEvent, useState } from 'react'
import { MemberTextField } from '@/components/admin/workspace/member-text-field'
import { Button } from '@/components/ui/button'
import { ChoiceField } from '@/components/ui/form/choice-field'
import { Field } from '@/components/ui/form/field'
import { FormError } from '@/components/ui/form/form-error'
import { TextAreaField } from '@/components/ui/form/text-area-field'
import { Panel } from '@/components/ui/panel'
import { failureOf } from '@/lib/client/api'
import { toast } from '@/lib/client/browser/toast'
import { useUnsaved } from '@/lib/client/browser/unsaved'
import { useConfigureChannel } from '@/lib/client/channel/channel-admin'
import { HAND_BACK_ON_RESOLVE, type HandBackOnResolve } from '@/lib/domain/channel/channel-options'
import type { Key } from '@/lib/i18n/message-catalogue'
import { useTranslator } from '@/lib/i18n/use-translator'
import { paths } from '@/lib/paths'
import type { ChannelDetail } from '@/lib/view/channel-view'
import { ColorChoice } from './color-choice'
import { fromSettingsDraft, type SettingsDraft, toSettingsDraft } from './settings-draft'

/** What this channel does by itself. */
export function SettingsPanel({ channel }: { channel: ChannelDetail }) {
  const { t, say } = useTranslator()
  const [draft, setDraft] = useState(() => toSettingsDraft(channel.settings))
  const configure = useConfigureChannel(channel.id)
  const set = (changes: Partial<SettingsDraft>) => setDraft({ ...draft, ...changes })
  useUnsaved(JSON.stringify(draft) !== JSON.stringify(toSettingsDraft(channel.settings)))
  function submit(event: FormEvent) {
    event.preventDefault()
    const settings = fromSettingsDraft(channel.settings, draft)
    const onSuccess = () => {
      setDraft(toSettingsDraft(settings))
      toast(t('channelAdmin.settings.saved'))
    }
    configure.mutate(settings, { onSuccess })
  }
  return (
    <Panel title={t('channelAdmin.settings.title')} about={t('channelAdmin.settings.about')}>
      <form onSubmit={submit} className="flex max-w-lg flex-col gap-4">
        <ColorChoice color={draft.color} onColor={(color) => set({ color })} />
        <TextAreaField
          label={t('channelAdmin.settings.keywords')}
          rows={3}
          value={draft.keywords}
          onChange={(event) => set({ keywords: event.currentTarget.value })}
          hint={t('channelAdmin.settings.keywordsHint')}
        />
        <IdleFields draft={draft} set={set} />
        <HandBackChoice value={draft.handBack} onChoice={(handBack) => set({ handBack })} />
        <Minutes
          label={t('channelAdmin.settings.warning')}
          value={draft.warning}
          required
          onChange={(warning) => set({ warning })}
        />
        <p className="text-list text-muted">
          <Link href={paths.admin.hours} className="text-accent-ink underline underline-offset-2">
            {t('channelAdmin.settings.hours')}
          </Link>
        </p>
        <FormError>{configure.error ? say(failureOf(configure.error)) : undefined}</FormError>
        <Button type="submit" pending={configure.isPending} className="self-start">
          {t('channelAdmin.settings.save')}
        </Button>
      </form>
    </Panel>
  )
}

function IdleFields({
  draft,
  set,
}: {
  draft: SettingsDraft
  set: (changes: Partial<SettingsDraft>) => void
}) {
  const { t } = useTranslator()
  return (
    <>
      <Minutes
        label={t('channelAdmin.settings.agentIdle')}
        value={draft.agentIdle}
        onChange={(agentIdle) => set({ agentIdle })}
      />
      <MemberTextField
        label={t('channelAdmin.settings.agentIdleText')}
        value={draft.agentIdleText}
        onChange={(agentIdleText) => set({ agentIdleText })}
      />
      <Minutes
        label={t('channelAdmin.settings.memberIdle')}
        value={draft.memberIdle}
        onChange={(memberIdle) => set({ memberIdle })}
      />
      <MemberTextField
        label={t('channelAdmin.settings.memberIdleText')}
        value={draft.memberIdleText}
        onChange={(memberIdleText) => set({ memberIdleText })}
      />
    </>
  )
}

const HAND_BACK_WORDS = {
  always: 'channelAdmin.settings.handBackAlways',
  timer: 'channelAdmin.settings.handBackTimer',
  never: 'channelAdmin.settings.handBackNever',
} as const satisfies Record<HandBackOnResolve, Key>

interface HandBackChoiceProps {
  value: HandBackOnResolve
  onChoice: (value: HandBackOnResolve) => void
}

function HandBackChoice({ value, onChoice }: HandBackChoiceProps) {
  const { t } = useTranslator()
  return (
    <ChoiceField
      label={t('channelAdmin.settings.handBack')}
      hint={t('channelAdmin.settings.handBackHint')}
      value={value}
      choices={HAND_BACK_ON_RESOLVE.map((each) => ({
        value: each,
        label: t(HAND_BACK_WORDS[each]),
      }))}
      onChoice={(next) => onChoice(HAND_BACK_ON_RESOLVE.find((each) => each === next) ?? value)}
    />
  )
}

interface MinutesProps {
  label: string
  value: string
  required?: boolean
  onChange: (value: string) => void
}

function Minutes({ label, value, required, onChange }: MinutesProps) {
  const { t } = useTranslator()
  return (
    <Field
      label={label}
      type="number"
      inputMode="numeric"
      min={1}
      step={1}
      required={required}
      className="max-w-32"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      hint={required ? undefined : t('channelAdmin.settings.never')}
    />
  )
}
