'use client'

import { useTranslator } from '@/lib/i18n/use-translator'
import { ChannelForms } from './channel-forms'
import { hoursWords } from './hours-draft'
import { HoursFields } from './hours-fields'

/** When people answer, channel by channel. */
export function HoursPage() {
  const { t } = useTranslator()
  return (
    <ChannelForms
      title={t('workspace.hours.title')}
      about={t('workspace.hours.about')}
      show={({ openingHours }) => hoursWords(openingHours)}
      form={(settings, change) => (
        <HoursFields
          hours={settings.openingHours}
          onChange={(openingHours) => change({ openingHours })}
        />
      )}
    />
  )
}
