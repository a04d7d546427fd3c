'use client'

import { useRouter } from 'next/navigation'
import { CheckField } from '@/components/ui/form/check-field'
import { ChoiceField } from '@/components/ui/form/choice-field'
import { rememberLocale } from '@/lib/client/browser/preferences'
import { toast } from '@/lib/client/browser/toast'
import { useChangeMySettings, useMySettings } from '@/lib/client/people/my-settings'
import { type AgentSettings, UNDO_SECONDS } from '@/lib/domain/people/agent-settings'
import { LOCALE_NAMES, LOCALES, toLocale } from '@/lib/i18n/locale'
import { useTranslator } from '@/lib/i18n/use-translator'
import { Card } from './card'

/** Offered beside the zones that the browser knows: some leave it out. */
const UTC = 'UTC'

/** What I chose for myself. Each choice is kept as it is made, and says so. */
export function SettingsCard() {
  const { t } = useTranslator()
  const settings = useMySettings()
  const change = useKeptChange()

  /** The browser asks for its own permission first, and only when somebody wants to be notified. */
  async function notify(part: Partial<AgentSettings>, wanted: boolean) {
    if (wanted && !(await isAllowed())) toast(t('people.settings.blocked'))
    change(part)
  }

  return (
    <Card title={t('people.settings.title')}>
      <UndoField settings={settings} change={change} />
      <ReadingFields settings={settings} change={change} />
      <CheckField
        label={t('people.settings.ring')}
        checked={settings.ring}
        onCheck={(ring) => change({ ring })}
      />
      <fieldset>
        <legend className="text-list font-medium">{t('people.settings.notifyTitle')}</legend>
        <CheckField
          label={t('people.settings.notifyMine')}
          checked={settings.notifyMine}
          onCheck={(notifyMine) => notify({ notifyMine }, notifyMine)}
        />
        <CheckField
          label={t('people.settings.notifyWaiting')}
          checked={settings.notify}
          onCheck={(waiting) => notify({ notify: waiting }, waiting)}
        />
      </fieldset>
    </Card>
  )
}

interface PartProps {
  settings: AgentSettings
  change: (part: Partial<AgentSettings>) => void
}

function UndoField({ settings, change }: PartProps) {
  const { t, duration } = useTranslator()
  const toLabel = (seconds: number) =>
    seconds === 0
      ? t('people.settings.noUndo')
      : duration(seconds * 1000, { style: 'long', finest: 'seconds' })
  return (
    <ChoiceField
      label={t('people.settings.undo')}
      value={String(settings.undoSeconds)}
      hint={t('people.settings.undoHint')}
      choices={UNDO_SECONDS.map((seconds) => ({ value: String(seconds), label: toLabel(seconds) }))}
      onChoice={(value) =>
        change({ undoSeconds: UNDO_SECONDS.find((each) => String(each) === value) ?? 0 })
      }
    />
  )
}

/** In which language, and in which zone's time, I read. */
function ReadingFields({ settings, change }: PartProps) {
  const { t } = useTranslator()
  const zones = [...new Set([UTC, ...Intl.supportedValuesOf('timeZone')])]
  return (
    <>
      <ChoiceField
        label={t('people.settings.language')}
        value={settings.locale ?? ''}
        choices={[
          { value: '', label: t('people.settings.browserLanguage') },
          ...LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] })),
        ]}
        onChoice={(value) => change({ locale: toLocale(value) })}
      />
      <ChoiceField
        label={t('people.settings.timeZone')}
        value={settings.timeZone ?? ''}
        choices={[
          { value: '', label: t('people.settings.browserTimeZone') },
          ...zones.map((value) => ({ value, label: value.replaceAll('_', ' ') })),
        ]}
        onChoice={(value) => change({ timeZone: value || undefined })}
      />
    </>
  )
}

/** Keeps a choice and says so. The server draws the page's words anew where they changed; nothing on it is lost. */
function useKeptChange() {
  const { t } = useTranslator()
  const router = useRouter()
  const { mutate } = useChangeMySettings()
  return (part: Partial<AgentSettings>) =>
    mutate(part, {
      onSuccess: () => {
        toast(t('common.saved'), { id: 'my-settings' })
        if ('locale' in part) rememberLocale(part.locale)
        if ('locale' in part || 'timeZone' in part) router.refresh()
      },
    })
}

async function isAllowed(): Promise<boolean> {
  if (!('Notification' in window)) return false
  return (await Notification.requestPermission()) === 'granted'
}
