'use client'

import { toast } from 'sonner'
import { CheckField } from '@/components/ui/form/check-field'
import { ChoiceField } from '@/components/ui/form/choice-field'
import { useChangeMySettings, useMySettings } from '@/lib/client/people/my-settings'
import { type AgentSettings, LANGUAGES, UNDO_SECONDS } from '@/lib/domain/people/agent-settings'
import { Card } from './card'

const LANGUAGE_NAMES: Record<(typeof LANGUAGES)[number], string> = { en: 'English' }

/** How I like to work. Each choice is kept as it is made, and says so. */
export function SettingsCard() {
  const settings = useMySettings()
  const { mutate } = useChangeMySettings()
  const change = (part: Partial<AgentSettings>) =>
    mutate(part, { onSuccess: () => toast('Saved.', { id: 'my-settings' }) })

  /** The browser asks for its own permission first, and only when somebody wants to be told. */
  async function notify(part: Partial<AgentSettings>, wanted: boolean) {
    if (wanted && !(await isAllowed()))
      toast('Your browser blocks notifications from this site. Allow them in its settings.')
    change(part)
  }

  return (
    <Card title="How I work">
      <ChoiceField
        label="Time to undo a reply"
        value={String(settings.undoSeconds)}
        hint="A reply waits this long before it leaves, so that you can take it back."
        choices={UNDO_SECONDS.map((seconds) => ({
          value: String(seconds),
          label: seconds === 0 ? 'None' : `${seconds} seconds`,
        }))}
        onChoice={(value) =>
          change({ undoSeconds: UNDO_SECONDS.find((each) => String(each) === value) ?? 0 })
        }
      />
      <ChoiceField
        label="Language"
        value={settings.language}
        choices={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        onChoice={(value) => change({ language: LANGUAGES.find((each) => each === value) ?? 'en' })}
      />
      <CheckField
        label="Ring when somebody starts waiting for a person"
        checked={settings.ring}
        onCheck={(ring) => change({ ring })}
      />
      <fieldset>
        <legend className="text-list font-medium">Notify me, while I look elsewhere, when</legend>
        <CheckField
          label="a member writes in a conversation of mine"
          checked={settings.notifyMine}
          onCheck={(notifyMine) => notify({ notifyMine }, notifyMine)}
        />
        <CheckField
          label="somebody starts waiting for a person"
          checked={settings.notify}
          onCheck={(waiting) => notify({ notify: waiting }, waiting)}
        />
      </fieldset>
    </Card>
  )
}

async function isAllowed(): Promise<boolean> {
  if (!('Notification' in window)) return false
  return (await Notification.requestPermission()) === 'granted'
}
