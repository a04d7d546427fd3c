'use client'

import Link from 'next/link'
import { type FormEvent, useState } from 'react'
import { toast } from 'sonner'
import { MemberTextField } from '@/components/admin/workspace/member-text-field'
import { Button } from '@/components/ui/button'
import { ChoiceField } from '@/components/ui/form/choice-field'
import { Field } from '@/components/ui/form/field'
import { FormError } from '@/components/ui/form/form-error'
import { TextAreaField } from '@/components/ui/form/text-area-field'
import { Panel } from '@/components/ui/panel'
import { useUnsaved } from '@/lib/client/browser/unsaved'
import { useConfigureChannel } from '@/lib/client/channel/channel-admin'
import { HAND_BACK_ON_RESOLVE, type HandBackOnResolve } from '@/lib/domain/channel/channel-options'
import { paths } from '@/lib/paths'
import type { ChannelDetail } from '@/lib/view/channel-view'
import { ColorChoice } from './color-choice'
import { fromSettingsDraft, type SettingsDraft, toSettingsDraft } from './settings-draft'

/** What this channel does by itself. */
export function SettingsPanel({ channel }: { channel: ChannelDetail }) {
  const [draft, setDraft] = useState(() => toSettingsDraft(channel.settings))
  const configure = useConfigureChannel(channel.id)
  const set = (changes: Partial<SettingsDraft>) => setDraft({ ...draft, ...changes })
  useUnsaved(JSON.stringify(draft) !== JSON.stringify(toSettingsDraft(channel.settings)))
  function submit(event: FormEvent) {
    event.preventDefault()
    const settings = fromSettingsDraft(channel.settings, draft)
    const onSuccess = () => {
      setDraft(toSettingsDraft(settings))
      toast('The settings are saved.')
    }
    configure.mutate(settings, { onSuccess })
  }
  return (
    <Panel title="Settings" about="What this channel does by itself.">
      <form onSubmit={submit} className="flex max-w-lg flex-col gap-4">
        <ColorChoice color={draft.color} onColor={(color) => set({ color })} />
        <TextAreaField
          label="Words that ask for a person"
          rows={3}
          value={draft.keywords}
          onChange={(event) => set({ keywords: event.currentTarget.value })}
          hint="One a line: a message that says it, or a button with this payload. Case doesn’t matter."
        />
        <IdleFields draft={draft} set={set} />
        <HandBackChoice value={draft.handBack} onChoice={(handBack) => set({ handBack })} />
        <Minutes
          label="Point out a closing reply window, minutes before"
          value={draft.warning}
          required
          onChange={(warning) => set({ warning })}
        />
        <p className="text-list text-muted">
          They are set under{' '}
          <Link href={paths.admin.hours} className="text-accent-ink underline underline-offset-2">
            Business hours
          </Link>
          .
        </p>
        <FormError>{configure.error?.message}</FormError>
        <Button type="submit" pending={configure.isPending} className="self-start">
          Save the settings
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
  return (
    <>
      <Minutes
        label="Hand back when no agent answered for, minutes"
        value={draft.agentIdle}
        onChange={(agentIdle) => set({ agentIdle })}
      />
      <MemberTextField
        label="and tell the member"
        value={draft.agentIdleText}
        onChange={(agentIdleText) => set({ agentIdleText })}
      />
      <Minutes
        label="Resolve when the member was quiet for, minutes"
        value={draft.memberIdle}
        onChange={(memberIdle) => set({ memberIdle })}
      />
      <MemberTextField
        label="and tell them"
        value={draft.memberIdleText}
        onChange={(memberIdleText) => set({ memberIdleText })}
      />
    </>
  )
}

const HAND_BACK_WORDS: Record<HandBackOnResolve, string> = {
  always: 'Always',
  timer: 'When the timer resolved it',
  never: 'Never',
}

interface HandBackChoiceProps {
  value: HandBackOnResolve
  onChoice: (value: HandBackOnResolve) => void
}

function HandBackChoice({ value, onChoice }: HandBackChoiceProps) {
  return (
    <ChoiceField
      label="Hand a resolved conversation back to the bot"
      hint="Otherwise live chat stays on, and a member who writes again waits for a person."
      value={value}
      choices={HAND_BACK_ON_RESOLVE.map((each) => ({ value: each, label: HAND_BACK_WORDS[each] }))}
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
      hint={required ? undefined : 'Empty: never.'}
    />
  )
}
